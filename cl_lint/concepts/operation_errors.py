"""Which error records are about an operation: of a wrapper's errors, those that one use of it can meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..program import FunctionKey, Module, Ref
from ..syntax import summary as s
from ..syntax.traverse import calls_of, children, statements
from .error_sites import EXIT, FRAMEWORK, ErrorSite
from .hooks import hook_frames

if TYPE_CHECKING:
    from .api_calls import Context
    from .application import Application
    from .error_records import ErrorRecord
    from .operations import Operation


class OperationErrors:
    """Matches the application's error records with its operations."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    def of(self, operation: Operation) -> tuple[ErrorRecord, ...]:
        """The records of the sites that handle the errors of an operation, in order."""
        about = [
            record
            for record in self._app.error_records.all
            if any(f.call.ref == operation.call.ref for f in record.failures)
        ]
        found: dict[int, ErrorRecord] = {}
        for context in operation.contexts:
            near = [r for r in about if self._is_near(r.site, context)]
            far = [r for r in about if r.site.kind in (FRAMEWORK, EXIT) and self._reaches(r.site, context)]
            # What a handler on the way keeps does not get to the framework's.
            kept = {r.mode for r in near if not r.passed}
            for record in (*near, *(r for r in far if r.mode not in kept)):
                found.setdefault(id(record), record)
        return tuple(record for record in about if id(record) in found)

    def _is_near(self, site: ErrorSite, context: Context) -> bool:
        """Whether a site stands around the request, or one of the calls that lead to it."""
        if site.kind in (FRAMEWORK, EXIT):
            return False
        key = site.frame.function
        if any(frame.function == key for frame in hook_frames(self._app, context.call)):
            return True
        own = Ref(context.call.ref.module, context.call.ref.vid, context.frame)
        return any(ref.frame.function == key and self._covers(site, ref) for ref in (own, *context.chain))

    def _covers(self, site: ErrorSite, ref: Ref) -> bool:
        """Whether a site of a function is about one of the function's calls."""
        statement = site.statement
        if isinstance(statement, (s.Try, s.With)):
            return any(ref.vid in calls_of(inner) for inner in statements(statement.body)) or (
                isinstance(statement, s.With) and ref.vid in statement.calls
            )
        tested = _tested(statement)
        if tested is None:
            return True
        calls = _calls_in(site.module, tested)
        return ref.vid in calls or not any(self._leads_here(vid, site) for vid in calls)

    def _leads_here(self, vid: s.ValueId, site: ErrorSite) -> bool:
        """Whether a call in the site's function may send one of the requests that the site is about."""
        reached = {call.ref for call in self._app.api_calls.reached(Ref(site.module, vid, site.frame))}
        return any(failure.call.ref in reached for failure in site.failures)

    def _reaches(self, site: ErrorSite, context: Context) -> bool:
        """Whether what escapes from the outermost caller gets to a framework's handler: not what happens
        while the program starts, before the handler is there."""
        outermost = (context.chain[-1].frame if context.chain else context.frame).function
        if outermost.number == 0:
            return False
        key = site.frame.function
        while key.number:
            key = FunctionKey(key.module, self._program.function(key).parent)
            if key == outermost:
                return False
        return True


def _calls_in(module: Module, vid: s.ValueId) -> set[s.ValueId]:
    """The calls that a value is made of, inside its function."""
    seen: set[s.ValueId] = set()
    todo = [vid]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += children(module.values[one])
    return {one for one in seen if isinstance(module.values[one], s.Call)}


def _tested(statement: s.Statement | None) -> s.ValueId | None:
    """The value that a branch tests."""
    if isinstance(statement, s.If):
        return statement.test
    if isinstance(statement, s.Match):
        return statement.subject
    return statement.value if isinstance(statement, s.Return) else None
