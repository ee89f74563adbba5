"""What retry libraries raise in place of an error when they give up: tenacity's `RetryError`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..models.retry_rows import Retry
from ..program import Abstract, ClassRef, External, Frame, Known, Obj, Ref

if TYPE_CHECKING:
    from .application import Application
    from .failures import Failure


class GivingUp:
    def __init__(self, app: Application) -> None:
        self._program = app.program
        self._rows = {name: row for name, row in app.models.rows(Retry).items() if row.raises}

    def of_function(self, frame: Frame, failures: list[Failure]) -> list[Failure]:
        """The failures that get out of a function with its decorators' retries."""
        module, outer = frame.function.module, frame.closure or frame
        for vid in self._program.function(frame.function).decorators if failures else ():
            failures = self.under(Ref(module, vid, outer), failures)
        return failures

    def under(self, retrying: Ref, failures: list[Failure]) -> list[Failure]:
        """Failures as they come out of what an expression makes retry: a decorator, an iterated object. An
        error that is not retried comes out as it is."""
        if not failures or not self._rows:
            return failures
        raised = [t for value in self._program.eval(retrying) for t in self._raised_by(value)]
        if not raised:
            return failures
        return [replace(f, types=tuple(dict.fromkeys((*f.types, *raised)))) for f in failures]

    def _raised_by(self, value: Abstract) -> list[External | ClassRef]:
        """The classes of the errors that a retrying object raises instead."""
        if isinstance(value, External) and value.name in self._rows:
            return [External(self._rows[value.name].raises)]
        if not isinstance(value, Obj) or value.site is None or value.maker not in self._rows:
            return []
        row, args = self._rows[value.maker], self._program.arguments(value.site)
        if args.open_keywords or any(name in args.keywords for name in row.instead):
            return []
        if Known(True) in self._program.eval_all(args.keywords.get(row.reraise, ())):
            return []
        given = self._program.eval_all(args.keywords.get(row.raises_argument, ()))
        classes = [v for v in given if isinstance(v, (ClassRef, External))]
        return [*classes] or [External(row.raises)]
