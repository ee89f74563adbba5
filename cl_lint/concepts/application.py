"""What the application does, in the domain's words: all concepts of one program, made on demand."""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

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

    def at(self, level: str) -> Application:
        """The same application judged at another level. Concepts do not depend on the level: what was
        recognised so far is shared."""
        other = copy(self)
        other.config = replace(self.config, level=level)
        return other

    @property
    def models(self) -> Models:
        return self.program.models

    @cached_property
    def api_calls(self) -> ApiCalls:
        return ApiCalls(self)

    @cached_property
    def operations(self) -> Operations:
        return Operations(self)

    @cached_property
    def awaited(self) -> Awaited:
        return Awaited(self)

    @cached_property
    def responses(self) -> Responses:
        return Responses(self)

    @cached_property
    def response_checks(self) -> ResponseChecks:
        return ResponseChecks(self)

    @cached_property
    def failures(self) -> Failures:
        return Failures(self)

    @cached_property
    def answer_classes(self) -> AnswerClasses:
        return AnswerClasses(self)

    @cached_property
    def error_sites(self) -> ErrorSites:
        return ErrorSites(self)

    @cached_property
    def error_records(self) -> ErrorRecords:
        return ErrorRecords(self)

    @cached_property
    def log_records(self) -> LogRecords:
        return LogRecords(self)

    @cached_property
    def log_hooks(self) -> LogHooks:
        return LogHooks(self)

    @cached_property
    def log_setups(self) -> LogSetups:
        return LogSetups(self)

    @cached_property
    def timestamps(self) -> Timestamps:
        return Timestamps(self)

    @cached_property
    def sent_headers(self) -> SentHeaders:
        return SentHeaders(self)

    @cached_property
    def sign_ins(self) -> SignIns:
        return SignIns(self)

    @cached_property
    def token_origins(self) -> TokenOrigins:
        return TokenOrigins(self)

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self)

    @cached_property
    def request_fields(self) -> RequestFields:
        return RequestFields(self)

    @cached_property
    def library_sign_ins(self) -> LibrarySignIns:
        return LibrarySignIns(self)

    @cached_property
    def portal(self) -> Portal:
        return Portal(self)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        return Subscriptions(self)

    @cached_property
    def identification(self) -> Identification:
        return Identification(self)

    @cached_property
    def platforms(self) -> Platforms:
        return Platforms(self)

    @cached_property
    def polling(self) -> Polling:
        return Polling(self)

    @cached_property
    def issuers(self) -> Issuers:
        return Issuers(self)

    @cached_property
    def sockets(self) -> Sockets:
        return Sockets(self)

    @cached_property
    def kind_and_reason(self) -> tuple[str, str]:
        """Kind and why: declared in the configuration, else inferred from imports."""
        if self.config.kind != "unknown":
            return self.config.kind, "declared in the configuration"
        from .kind import application_kind

        return application_kind(self)

    @property
    def kind(self) -> str:
        return self.kind_and_reason[0]

    @cached_property
    def client_retries(self) -> ClientRetries:
        return ClientRetries(self)

    @cached_property
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
