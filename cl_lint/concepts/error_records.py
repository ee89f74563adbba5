"""Error records: for every error site, how its paths end and what their log records hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..program import FunctionKey, Ref
from ..syntax import summary as s
from ..syntax.traverse import extent, statements
from .error_paths import PathWalker, State
from .error_sites import BRANCH, ErrorSite, modes
from .fact import Fact, Facts
from .facts import FactFinder
from .failing_requests import asked_in, failing
from .failures import STATUS, TRANSPORT, Failure
from .hooks import hook_frames
from .log_records import LogCall, OutputCall
from .urls import service, url_path

if TYPE_CHECKING:
    from .api_calls import ApiCall
    from .application import Application

MESSAGE_KEYS = frozenset(
    (
        "message errormessage error_message error_description reason detail details title "
        "description msg error"
    ).split()
)
CODE_KEYS = frozenset({"code", "errorcode", "error_code", "status", "statuscode", "status_code", "error"})
PARTY = re.compile(
    r"user|account|agent|device|endpoint|extension|principal|e-?mail|address|conversation|phone|participant|"
    r"number|member|caller|callee|person|subscriber|contact|owner|employee|login|tenant",
    re.IGNORECASE,
)
CALL_ID = re.compile(r"call_?\.?id|\bcall\b.*\bid\b|^call$|callref|call_uuid", re.IGNORECASE)
MOST_CHOICES = 8
"""Functions to which an error may be given by one call that are looked at apart."""
NAMED_CALL_ID = re.compile(r"call_?id", re.IGNORECASE)
PARTY_PATH = re.compile(r"/(?:users|accounts|devices|endpoints|tenants|participants)/([^/?]+)")
URL_NAME = re.compile(r"(?:^|[._\[])(?:url|uri|path)\]?$", re.IGNORECASE)
WORD = re.compile(r"\w+")
CALL_PATH = re.compile(r"/calls/([^/]+)")


@dataclass(frozen=True)
class ErrorRecord:
    """One way in which the failures of one mode leave a site. `logs` are the records on the way,
    those of inner sites first; `facts` is what they hold together; `first` is the record at which
    a finding points."""

    site: ErrorSite
    mode: str
    failures: tuple[Failure, ...]
    logs: tuple[LogCall, ...]
    outputs: tuple[OutputCall, ...]
    passed: bool
    facts: Facts

    @property
    def first(self) -> LogCall | None:
        return self.logs[0] if self.logs else None


class ErrorRecords:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._finders: dict[tuple[ErrorSite, str], FactFinder] = {}

    @cached_property
    def _states(self) -> dict[tuple[ErrorSite, str], tuple[list[State], frozenset[Ref]]]:
        found = {}
        for site in self._app.error_sites.all:
            for mode in modes(site):
                walker = PathWalker(self._app, site, mode)
                ends, notices = walker.ends(), walker.notices
                choices = walker.choices()[:MOST_CHOICES]
                if choices:
                    walkers = [PathWalker(self._app, site, mode, chosen) for chosen in choices]
                    ends = list(dict.fromkeys(end for each in walkers for end in each.ends()))
                    notices = notices.union(*(each.notices for each in walkers))
                found[(site, mode)] = (ends, frozenset(notices))
                dead = tuple(dict.fromkeys(d for d in walker.dead if d != (0, 0)))
                self._finders[(site, mode)] = FactFinder(self._app, (site.module, dead), walker.truth)
        return found

    @cached_property
    def _logs_at(self) -> dict[tuple[FunctionKey, int], tuple[LogCall, ...]]:
        """The records that every failure has seen when it leaves a site by raising, or when a helper has
        ended that only notes it; by mark."""
        found: dict[tuple[FunctionKey, int], tuple[LogCall, ...]] = {}
        for (site, _), (states, notices) in self._states.items():
            leaving = [st for st in states if st.passed] or states
            logs = [log for st in leaving for log in st.logs if log.ref not in notices]
            found[site.mark] = tuple(dict.fromkeys((*found.get(site.mark, ()), *logs)))
        return found

    @cached_property
    def all(self) -> tuple[ErrorRecord, ...]:
        """The records of every site, sites whose error is passed on to another site apart."""
        found: list[ErrorRecord] = []
        outer = self._app.error_sites.outer_marks
        for (site, mode), (states, notices) in self._states.items():
            for state in states:
                if state.passed and site.mark in outer:
                    continue
                found += self._of_state(site, mode, state, notices)
        return tuple(found)

    def _of_state(
        self, site: ErrorSite, mode: str, state: State, notices: frozenset[Ref]
    ) -> list[ErrorRecord]:
        failures = tuple(f for f in site.failures if f.mode == mode)
        groups: dict[tuple[LogCall, ...], list[Failure]] = {}
        for failure in failures:
            inner = tuple(log for m in failure.passed if m != site.mark for log in self._logs_at.get(m, ()))
            if mode == STATUS:
                inner += self._hook_logs(failure.call, site)
            groups.setdefault(tuple(dict.fromkeys(inner)), []).append(failure)
        found = []
        for inner, members in groups.items():
            own = [log for log in state.logs if not (log.ref in notices and state.passed)]
            logs = tuple(dict.fromkeys((*inner, *own)))
            facts = self._facts(site, mode, tuple(members), logs)
            found.append(ErrorRecord(site, mode, tuple(members), logs, state.outputs, state.passed, facts))
        return found

    def _hook_logs(self, call: ApiCall, site: ErrorSite) -> tuple[LogCall, ...]:
        """What the response hooks of a call's client have logged before."""
        found: list[LogCall] = []
        for frame in hook_frames(self._app, call):
            if frame.function == site.frame.function:
                continue
            for inner in self._app.api_calls.paths.below(frame):
                for vid in self._app.program.function(inner.function).calls:
                    log = self._app.log_records.log_call(Ref(inner.function.module, vid, inner))
                    if log is not None and log.audible:
                        found.append(log)
        return tuple(found)

    def _facts(
        self, site: ErrorSite, mode: str, failures: tuple[Failure, ...], logs: tuple[LogCall, ...]
    ) -> Facts:
        found: set[Fact] = set()
        finder = self._app.log_records.facts
        for log in logs:
            held = self._app.log_records.held(log, self._finders.get((site, mode)))
            found |= held
            if Fact("traceback") in held and site.kind != BRANCH:
                for failure in failures:
                    found |= finder.exceptions.of_failure(failure, traceback=True)
        return frozenset(found)

    # -- what is missing

    def missing_identifiers(self, record: ErrorRecord) -> list[str]:
        """The identifying headers that a record of a failing response lacks."""
        if record.mode == TRANSPORT or not record.logs:
            return []
        kinds = {f.kind for f in record.facts}
        if "headers" in kinds:
            return []
        policy = self._app.policy
        pairs = (("correlation", policy.correlation_header), ("request id", policy.request_id_header))
        return [header for kind, header in pairs if kind not in kinds]

    def missing_detail(self, record: ErrorRecord) -> list[str]:
        """ "code", "message": what a record lacks of the error's detail."""
        if not record.logs:
            return []
        facts = record.facts
        kinds = {f.kind for f in facts}
        errors = {f.name for f in facts if f.kind == "error"}
        items = {f.name for f in facts if f.kind == "item"}
        if record.mode == TRANSPORT:
            return [] if errors or "reason" in kinds or "traceback" in kinds else ["message"]
        missing = []
        if (
            "status" not in kinds
            and not items & CODE_KEYS
            and not any(e.startswith("status:") for e in errors)
        ):
            missing.append("code")
        if not kinds & {"body", "reason"} and not items & MESSAGE_KEYS and not errors:
            missing.append("message")
        return missing

    def names_party(self, record: ErrorRecord) -> bool:
        spelled = [f.name for f in record.facts if f.kind in ("name", "key")]
        if any(PARTY.search(name) for name in spelled):
            return True
        if self._shows_url(record) and any(
            PARTY.search(str(u)) for f in record.failures for u in f.call.urls
        ):
            return True
        return not _parties(record).isdisjoint(map(_last_word, spelled))

    def _shows_url(self, record: ErrorRecord) -> bool:
        """Whether the URL is in the record: itself, or inside a library's error text."""
        from ..models.rows import Failures

        if any(f.kind == "url" or (f.kind == "name" and URL_NAME.search(f.name)) for f in record.facts):
            return True
        rows = self._app.models.rows(Failures)
        for fact in record.facts:
            if fact.kind == "error" and ":" in fact.name:
                mode, library = fact.name.split(":", 1)
                row = rows.get(library)
                if row is not None and (
                    row.url_in_status_text if mode == STATUS else row.url_in_transport_text
                ):
                    return True
        return False

    def missing_call_id(self, record: ErrorRecord) -> str:
        """How the source spells a call id that is at hand and not in the record; "" when nothing
        is missing."""
        if not record.logs:
            return ""
        wanted = self._call_ids(record)
        if not wanted or self._shows_url(record):
            return ""
        spelled = {f.name for f in record.facts if f.kind in ("name", "key")}
        if any(CALL_ID.search(name) for name in spelled) or spelled & wanted:
            return ""
        if any(w.startswith((name + ".", name + "[")) for w in wanted for name in spelled if name):
            return ""
        tails = {w.rsplit(".", 1)[-1] for w in wanted}
        if any(name.rsplit(".", 1)[-1] in tails and tails - {"id"} for name in spelled):
            return ""
        return sorted(wanted, key=lambda w: (not CALL_ID.search(w), len(w), w))[0]

    def asks_for_call_id(self, record: ErrorRecord) -> bool:
        """Whether something is logged and a call id is at hand."""
        return bool(record.logs and self._call_ids(record))

    def holds_call_id(self, record: ErrorRecord) -> bool:
        """Whether a call id is at hand and in the record."""
        return self.asks_for_call_id(record) and not self.missing_call_id(record)

    def _call_ids(self, record: ErrorRecord) -> set[str]:
        """What fills `/calls/{…}` in the paths of the failing requests."""
        from ..program.texts import text_template

        found: set[str] = set()
        for failure in record.failures:
            for context in failing(self._app, record.site, failure.call):
                for url in context.urls:
                    pair = text_template(url_path(url))
                    match = CALL_PATH.search(pair[0]) if pair else None
                    filling = (
                        {pair[1][c].name for c in match[1] if c in pair[1] and pair[1][c].name}
                        if match and pair
                        else set()
                    )
                    found |= filling
                    if not filling and (match or service(url) == "media"):
                        asked = asked_in(record.site.frame.function, failure.call, context)
                        found |= self._named_call_ids(record.site, asked)
        return found

    def _named_call_ids(self, site: ErrorSite, asked: list[s.ValueId]) -> set[str]:
        """Names of the function that say call id and have a value where the error is handled: what a `try`
        binds with the failing request, or after it, has none yet."""
        function = self._app.program.function(site.frame.function)
        found = {p.name for p in function.params if NAMED_CALL_ID.fullmatch(p.name)}
        spans = site.module.summary.spans
        failing_at = min((spans[vid][0] for vid in asked), default=0)
        tried = extent(site.statement.body) if isinstance(site.statement, s.Try) else (0, 0)
        end = extent(site.block)[1] if site.block else 0
        for st in statements(function.body):
            low, high = getattr(st, "span", (0, 0))
            if (tried[0] <= low < tried[1] and high > failing_at) or (end and low >= end):
                continue
            found |= {name for name in _bound_by(st) if NAMED_CALL_ID.fullmatch(name)}
        return found


def _last_word(name: str) -> str:
    """`sub` of `claims()[sub]`, `me` of `self.me`."""
    words = WORD.findall(name)
    return words[-1] if words else ""


def _parties(record: ErrorRecord) -> set[str]:
    """The names of what stands for a user, account or device in the paths of the requests that failed."""
    from ..program.texts import text_template

    pairs = [text_template(url) for failure in record.failures for url in failure.call.urls]
    return {
        _last_word(pair[1][mark].name)
        for pair in pairs
        if pair is not None
        for part in PARTY_PATH.findall(pair[0])
        for mark in part
        if mark in pair[1] and pair[1][mark].name
    }


def _bound_by(st: s.Statement) -> set[str]:
    """The names that a statement binds."""
    return {name for name, _ in st.names} if isinstance(st, (s.Bind, s.For)) else set()
