"""Records that say how a request went: `Ok(body)` or `Err(status)`, `Result(ok=False, …)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..program import Abstract, ClassRef, Instance, Known, Ref
from ..syntax import summary as s
from ..syntax.traverse import calls_of, extent, statements
from .status_tests import FAILS, SUCCEEDS, name_of

if TYPE_CHECKING:
    from .application import Application


class Outcomes:
    """Tests of records that the program makes one way where a response has failed and another where not."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._known: dict[Ref, list[Abstract]] = {}

    def test(self, ref: Ref, node: s.Value) -> tuple[str | None, list[Abstract]]:
        """What a condition on such a record says when true, and of which responses."""
        if isinstance(node, s.Call) and name_of(ref.module, node.func) == "isinstance":
            if len(node.args) != 2:
                return None, []
            wanted = [v for v in self._program.at(ref, node.args[1].value) if isinstance(v, ClassRef)]
            records = self._records(Ref(ref.module, node.args[0].value, ref.frame))
            return self._verdict({r: self._is_any(r, wanted) for r in records} if wanted else {})
        attribute = ref.module.values[node.func] if isinstance(node, s.Call) and not node.args else node
        if not isinstance(attribute, s.Attr):
            return None, []
        records = self._records(Ref(ref.module, attribute.base, ref.frame))
        if len(records) < 2:
            return None, []
        return self._verdict({r: self._says(r, attribute.name, ref, node) for r in records})

    def _records(self, ref: Ref) -> list[Instance]:
        """The records that a value may be, of which it is known where they are made."""
        return [v for v in self._program.eval(ref) if isinstance(v, Instance) and v.site is not None]

    def _is_any(self, record: Instance, wanted: list[ClassRef]) -> bool:
        return any(self._program.classes.is_subclass(record.cls, w.cls) for w in wanted)

    def _says(self, record: Instance, name: str, ref: Ref, node: s.Value) -> bool | None:
        """What an attribute or a method of a record says, where it is a constant."""
        values = self._program.attributes.of(record, name, ref)
        if isinstance(node, s.Call):
            frames = [f for v in values for f in self._program.calling.frames_of(v, ref)]
            values = tuple(v for f in frames for v in self._program.returned(f))
        truths = {bool(v.value) for v in values if isinstance(v, Known)}
        return truths.pop() if len(truths) == 1 and all(isinstance(v, Known) for v in values) else None

    def _verdict(self, said: dict[Instance, bool | None]) -> tuple[str | None, list[Abstract]]:
        """FAILS where the condition holds for records made of failures, SUCCEEDS where it does not hold
        for those only."""
        failed = {record: self._failed_around(record.site) for record in said if record.site is not None}
        holding = [a for record, about in failed.items() if said[record] for a in about]
        if holding:
            return FAILS, list(dict.fromkeys(holding))
        others = [a for record, about in failed.items() if said[record] is False for a in about]
        if others and any(said.values()):
            return SUCCEEDS, list(dict.fromkeys(others))
        return None, []

    def _failed_around(self, site: Ref) -> list[Abstract]:
        """The responses that have failed where a call stands, by the tests and handlers around it and the
        early returns before it."""
        known = self._known.get(site)
        if known is None:
            known = self._known[site] = []  # what a test of itself makes says nothing of it
            if site.frame.function.module is site.module:
                start = site.module.summary.spans[site.vid][0]
                block = self._program.function(site.frame.function).body
                known += dict.fromkeys(self._failed_in(block, start, site))
        return known

    def _failed_in(self, block: s.Block, start: int, site: Ref) -> list[Abstract]:
        found: list[Abstract] = []
        for st in block:
            if isinstance(st, s.If):
                found += self._failed_by(st, start, site)
            elif isinstance(st, s.Try):
                for handler in st.handlers:
                    if _holds(handler.body, start):
                        found += self._asked_in(st.body, site)
            for inner in _blocks(st):
                if _holds(inner, start):
                    return found + self._failed_in(inner, start, site)
        return found

    def _failed_by(self, st: s.If, start: int, site: Ref) -> list[Abstract]:
        """What a test says of the responses where a later or inner call stands."""
        said, about = self._app.responses.test(Ref(site.module, st.test, site.frame))
        if _holds(st.then, start):
            return about if said == FAILS else []
        if _holds(st.orelse, start) or (st.span[1] <= start and _leaves(st.then)):
            return about if said == SUCCEEDS else []
        return []

    def _asked_in(self, body: s.Block, site: Ref) -> list[Abstract]:
        """The responses to the requests of a block."""
        values = [
            value for st in statements(body) for vid in calls_of(st) for value in self._program.at(site, vid)
        ]
        return [v for v in values if self._app.responses.is_response(v)]


def _holds(block: s.Block, start: int) -> bool:
    low, high = extent(block)
    return low <= start < high


def _leaves(block: s.Block) -> bool:
    return bool(block) and isinstance(block[-1], (s.Return, s.Raise, s.Continue, s.Break))


def _blocks(st: s.Statement) -> list[s.Block]:
    """The blocks of a statement."""
    if isinstance(st, s.If):
        return [st.then, st.orelse]
    if isinstance(st, s.Try):
        return [st.body, *(h.body for h in st.handlers), st.orelse, st.final]
    if isinstance(st, s.Match):
        return [c.body for c in st.cases]
    if isinstance(st, (s.For, s.While)):
        return [st.body, st.orelse]
    return [st.body] if isinstance(st, s.With) else []
