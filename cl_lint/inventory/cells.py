"""The cells of the matrix: which practices an API call keeps, and what shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..concepts.application import Application
from ..concepts.error_records import ErrorRecord
from ..concepts.failures import STATUS
from ..concepts.operation_errors import OperationErrors
from ..concepts.operations import Operation
from ..concepts.retries import RetryPolicy
from ..findings import Place, Verdicts
from .model import PRACTICES, Cell, State

CALL_PARAMETER = "/calls/{"
MEDIA = "media"
RULES = {key: rules for key, _, rules in PRACTICES}


class Cells:
    """Judges the operations of one application. `verdicts` tell what is suppressed, and where the logging of
    errors is switched off."""

    def __init__(self, app: Application, verdicts: Verdicts) -> None:
        self._app = app
        self._verdicts = verdicts
        self._errors = OperationErrors(app)

    def of(self, operation: Operation) -> dict[str, Cell]:
        """The cells of an operation by the fields of `ApiCall`."""
        records = self._errors.of(operation)
        found = {
            "response_checked": self._checked(operation),
            "error_logged": self._logged(records),
            "identifiers_logged": self._identifiers(records),
            "detail_logged": self._detail(records),
            "call_id_logged": self._call_id(operation, records),
            "retried": self._retried(operation),
            "identified": self._identified(operation),
        }
        return {key: self._with_waiver(cell, RULES[key]) for key, cell in found.items()}

    def _with_waiver(self, cell: Cell, rules: Iterable[str]) -> Cell:
        """A cell that is not met is waived where every finding at its places is suppressed."""
        if cell.state is not State.NOT_MET:
            return cell
        about = [f for f in self._verdicts.findings if f.code in rules and f.place in cell.places]
        return replace(cell, waived=bool(about) and all(f.suppressed for f in about))

    # -- the response

    def _checked(self, operation: Operation) -> Cell:
        call = operation.call
        where = self._app.response_checks.unchecked(call)
        if where is None:
            return Cell(State.MET, "the response is checked for errors", (self._app.place_of(call.ref),))
        places = tuple(dict.fromkeys((self._app.place_of(call.ref), self._app.place_of(where))))
        return Cell(State.NOT_MET, "nothing checks whether the response is an error", places)

    # -- the log

    def _logged(self, records: tuple[ErrorRecord, ...]) -> Cell:
        sites = self._app.error_sites
        silent = [r for r in records if not (r.logs or r.outputs or r.passed)]
        if silent:
            places = _distinct(sites.place(r.site) for r in silent)
            return Cell(State.NOT_MET, "handled without a log record", places)
        shown = [r for r in records if r.outputs and not r.logs and not r.passed]
        if shown:
            places = _distinct(self._app.place_of(r.outputs[0].ref) for r in shown)
            return Cell(State.NOT_MET, "only shown, not logged", places)
        if self._logs_of(records):
            off = self._switched_off()
            if off:
                return Cell(State.NOT_MET, "the logging of errors is switched off", off)
            return Cell(State.MET, "logged", self._logs_of(records))
        if records:
            return Cell(State.NOT_APPLICABLE, "passed on, and handled nowhere in the program")
        return Cell(State.NOT_APPLICABLE, "nothing in the program handles its errors")

    def _logs_of(self, records: Iterable[ErrorRecord]) -> tuple[Place, ...]:
        return _distinct(self._app.place_of(r.first.ref) for r in records if r.first is not None)

    def _switched_off(self) -> tuple[Place, ...]:
        """Where the application keeps its own errors out of the log."""
        shown = {self._app.place_of(o.ref) for r in self._app.error_records.all for o in r.outputs}
        return _distinct(
            f.place for f in self._verdicts.findings if f.code == "CL106" and f.place not in shown
        )

    def _identifiers(self, records: tuple[ErrorRecord, ...]) -> Cell:
        judged = [r for r in records if r.mode == STATUS and r.logs]
        missing = {r: names for r in judged if (names := self._app.error_records.missing_identifiers(r))}
        lacking = dict.fromkeys(name for names in missing.values() for name in names)
        return self._record_cell(records, judged, missing, list(lacking), "both identifiers are logged")

    def _detail(self, records: tuple[ErrorRecord, ...]) -> Cell:
        judged = [r for r in records if r.logs]
        missing = {r: names for r in judged if (names := self._app.error_records.missing_detail(r))}
        lacking = dict.fromkeys(name for names in missing.values() for name in names)
        return self._record_cell(records, judged, missing, list(lacking), "code and message are logged")

    def _call_id(self, operation: Operation, records: tuple[ErrorRecord, ...]) -> Cell:
        if CALL_PARAMETER not in operation.path and operation.service != MEDIA:
            return Cell(State.NOT_APPLICABLE, "it is about no call")
        judged = [r for r in records if r.logs]
        names = {r: self._app.error_records.missing_call_id(r) for r in judged}
        missing = {r: [name] for r, name in names.items() if name}
        if not missing and CALL_PARAMETER not in operation.path:
            return Cell(State.NOT_APPLICABLE, "no call id is at hand")
        return self._record_cell(records, judged, missing, ["the call id"], "the call id is logged")

    def _record_cell(
        self,
        records: tuple[ErrorRecord, ...],
        judged: list[ErrorRecord],
        missing: dict[ErrorRecord, list[str]],
        lacking: list[str],
        kept: str,
    ) -> Cell:
        if missing:
            places = _distinct(self._app.place_of(log.ref) for r in missing for log in r.logs)
            return Cell(State.NOT_MET, f"logged without {' and '.join(lacking)}", places)
        if judged:
            return Cell(State.MET, kept, self._logs_of(judged))
        why = "its errors are not logged" if records else "nothing in the program handles its errors"
        return Cell(State.NOT_APPLICABLE, why)

    # -- retries and identification

    def _retried(self, operation: Operation) -> Cell:
        policies = [p for p in self._app.retries if is_retried(self._app, operation, p)]
        if not policies:
            return Cell(State.NOT_APPLICABLE, "it is not retried")
        cells = [retry_verdict(self._app, p) for p in policies]
        for state in (State.NOT_MET, State.UNKNOWN, State.MET):
            chosen = [c for c in cells if c.state is state]
            if chosen:
                places = _distinct(place for c in chosen for place in c.places)
                return Cell(state, "; ".join(dict.fromkeys(c.reason for c in chosen)), places)
        raise AssertionError("a verdict has one of the three states")

    def _identified(self, operation: Operation) -> Cell:
        header = self._app.policy.app_header
        states = []
        for context in operation.contexts:
            sent = self._app.sent_headers.of(context, header.lower())
            states.append(State.MET if sent.values else State.UNKNOWN if sent.is_open else State.NOT_MET)
        places = (self._app.place_of(operation.call.ref),)
        if State.NOT_MET in states:
            return Cell(State.NOT_MET, f"sent without {header}", places)
        if State.UNKNOWN in states:
            return Cell(State.UNKNOWN, "its headers come from elsewhere", places)
        return Cell(State.MET, f"sent with {header}", places)


def is_retried(app: Application, operation: Operation, policy: RetryPolicy) -> bool:
    """Whether a retry construct sends an operation's request again."""
    ref = operation.call.ref
    if (ref.module, ref.module.summary.spans[ref.vid]) in policy.requests:
        return True
    # One request of each sort stands for all that a client retries.
    return any(
        (r.ref.module, r.ref.module.summary.spans[r.ref.vid]) == policy.spot
        for r in app.client_retries.of_call(operation.call)
    )


def retry_verdict(app: Application, policy: RetryPolicy) -> Cell:
    """Whether a retry construct waits long enough, gives up, retries only what may succeed, and heeds the
    service's wish."""
    needed, allowed = app.policy.min_retry_delay, app.policy.max_retries
    wrong: dict[Place, None] = {}
    said: list[str] = []
    early = [d for d in policy.delays if d.known and d.seconds < needed]
    if early:
        wrong.update(dict.fromkeys(app.place(*d.spot) for d in early))
        least = min(d.seconds for d in early)
        said.append(f"may wait only {least:g} s" if least else "may not wait at all")
    if policy.retries is None or policy.retries > allowed:
        wrong[app.place(*policy.bound_spot)] = None
        said.append("without bound" if policy.retries is None else f"up to {policy.retries} retries")
    hopeless = [status for status in policy.statuses if status not in app.policy.retryable_statuses]
    if hopeless:
        wrong[app.place(*(policy.predicate_spots or (policy.spot,))[0])] = None
        said.append("retries what cannot succeed")
    if policy.ignored:
        wrong[app.place(*policy.spot)] = None
        said.append(f"{app.policy.retry_after_header} is ignored")
    if wrong:
        return Cell(State.NOT_MET, ", ".join(said), tuple(wrong))
    places = (app.place(*policy.spot),)
    if policy.retries is not None and policy.retries < 0:
        return Cell(State.UNKNOWN, "how often it is retried cannot be told", places)
    if policy.least_delay is None:
        return Cell(State.UNKNOWN, "how long it waits cannot be told", places)
    return Cell(
        State.MET, f"at most {policy.retries} retries, {policy.least_delay:g} s apart or more", places
    )


def _distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))
