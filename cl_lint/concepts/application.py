"""What the application does, in the domain's words: all concepts of one program, made on demand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from ..config import Config
from ..findings import Place
from ..models import Models
from ..policy import Policy
from ..program import Module, Program, Ref
from ..syntax import summary as s
from .answer_classes import AnswerClasses
from .api_calls import ApiCalls
from .awaited import Awaited
from .error_records import ErrorRecords
from .error_sites import ErrorSites
from .failures import Failures
from .identification import Identification
from .issuers import Issuers
from .library_sign_ins import LibrarySignIns
from .log_records import LogRecords
from .log_setups import LogSetups
from .log_setups.hooks import LogHooks
from .operations import Operations
from .platforms import Platforms
from .polling import Polling
from .portal import Portal
from .request_fields import RequestFields
from .response_checks import ResponseChecks
from .responses import Responses
from .retries.clients import ClientRetries
from .sent_headers import SentHeaders
from .sign_ins import SignIns
from .sockets import Sockets
from .subscriptions import Subscriptions
from .timestamps import Timestamps
from .token_origins import TokenOrigins
from .tokens import Tokens

if TYPE_CHECKING:
    from ..deployment import Document
    from .retries import RetryPolicy


Made = TypeVar("Made")


class concept(Generic[Made]):
    """A concept of an application, made when it is first asked for and shared by all its levels."""

    def __init__(self, make: Callable[[Application], Made]) -> None:
        self._make = make

    def __get__(self, app: Application, owner: type[Application]) -> Made:
        name = self._make.__name__
        if name not in app.recognised:
            app.recognised[name] = self._make(app)
        made: Made = app.recognised[name]  # type: ignore[assignment]
        app.__dict__[name] = made  # found there from now on, as by functools.cached_property
        return made


class Application:
    """One program, its configuration and the concepts recognised in it."""

    def __init__(
        self,
        program: Program,
        config: Config,
        policy: Policy,
        root: Path | None = None,
        documents: tuple[Document, ...] = (),
    ) -> None:
        self.program = program
        self.config = config
        self.policy = policy
        self.root = root
        self.documents = documents  # the files that register the application
        self.recognised: dict[str, object] = {}

    def at(self, level: str) -> Application:
        """The same application judged at another level. Concepts do not depend on the level: what one of the
        two recognises, the other knows."""
        other = copy(self)
        other.config = replace(self.config, level=level)
        return other

    @property
    def models(self) -> Models:
        return self.program.models

    @concept
    def api_calls(self) -> ApiCalls:
        return ApiCalls(self)

    @concept
    def operations(self) -> Operations:
        return Operations(self)

    @concept
    def awaited(self) -> Awaited:
        return Awaited(self)

    @concept
    def responses(self) -> Responses:
        return Responses(self)

    @concept
    def response_checks(self) -> ResponseChecks:
        return ResponseChecks(self)

    @concept
    def failures(self) -> Failures:
        return Failures(self)

    @concept
    def answer_classes(self) -> AnswerClasses:
        return AnswerClasses(self)

    @concept
    def error_sites(self) -> ErrorSites:
        return ErrorSites(self)

    @concept
    def error_records(self) -> ErrorRecords:
        return ErrorRecords(self)

    @concept
    def log_records(self) -> LogRecords:
        return LogRecords(self)

    @concept
    def log_hooks(self) -> LogHooks:
        return LogHooks(self)

    @concept
    def log_setups(self) -> LogSetups:
        return LogSetups(self)

    @concept
    def timestamps(self) -> Timestamps:
        return Timestamps(self)

    @concept
    def sent_headers(self) -> SentHeaders:
        return SentHeaders(self)

    @concept
    def sign_ins(self) -> SignIns:
        return SignIns(self)

    @concept
    def token_origins(self) -> TokenOrigins:
        return TokenOrigins(self)

    @concept
    def tokens(self) -> Tokens:
        return Tokens(self)

    @concept
    def request_fields(self) -> RequestFields:
        return RequestFields(self)

    @concept
    def library_sign_ins(self) -> LibrarySignIns:
        return LibrarySignIns(self)

    @concept
    def portal(self) -> Portal:
        return Portal(self)

    @concept
    def subscriptions(self) -> Subscriptions:
        return Subscriptions(self)

    @concept
    def identification(self) -> Identification:
        return Identification(self)

    @concept
    def platforms(self) -> Platforms:
        return Platforms(self)

    @concept
    def polling(self) -> Polling:
        return Polling(self)

    @concept
    def issuers(self) -> Issuers:
        return Issuers(self)

    @concept
    def sockets(self) -> Sockets:
        return Sockets(self)

    @concept
    def kind_and_reason(self) -> tuple[str, str]:
        """Kind and why: declared in the configuration, else inferred from imports."""
        if self.config.kind != "unknown":
            return self.config.kind, "declared in the configuration"
        from .kind import application_kind

        return application_kind(self)

    @property
    def kind(self) -> str:
        return self.kind_and_reason[0]

    @concept
    def client_retries(self) -> ClientRetries:
        return ClientRetries(self)

    @concept
    def retries(self) -> tuple[RetryPolicy, ...]:
        from .retries import find_policies  # the largest concept: loaded where a rule asks for it

        return find_policies(self)

    # -- places

    def place(self, module: Module, span: s.Span) -> Place:
        starts = module.summary.line_starts
        line = bisect_right(starts, span[0])
        end_line = bisect_right(starts, max(span[1] - 1, span[0]))
        return Place(
            module.path, line, span[0] - starts[line - 1] + 1, end_line, span[1] - starts[end_line - 1] + 1
        )

    def place_of(self, ref: Ref) -> Place:
        return self.place(ref.module, ref.module.summary.spans[ref.vid])
