"""Headers that a comprehension lets through: a condition on their names may keep only some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..program import Container, Known, Ref
from ..syntax import summary as s
from .fact import Fact, Facts

if TYPE_CHECKING:
    from .application import Application


class HeaderFilters:
    """Answers which identifiers are left of headers that go through a comprehension."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    def kept(self, ref: Ref, node: s.Comprehension, facts: Facts) -> Facts:
        """Headers that a comprehension lets through: a condition on their names may keep only some."""
        if not node.conditions or Fact("headers") not in facts:
            return facts
        policy = self._app.policy
        named = ((policy.correlation_header, "correlation"), (policy.request_id_header, "request id"))
        kept = set(facts) - {Fact("headers")}
        for header, kind in named:
            if all(self._lets_through(ref, v, header.lower()) for v in node.conditions):
                kept.add(Fact(kind))
        return frozenset(kept)

    def _lets_through(self, ref: Ref, vid: s.ValueId, header: str) -> bool:
        node = ref.module.values[vid]
        if isinstance(node, s.BoolOp):
            parts = [self._lets_through(ref, v, header) for v in node.operands]
            return all(parts) if node.op == "and" else any(parts)
        if isinstance(node, s.Call) and node.args:
            func = ref.module.values[node.func]
            if isinstance(func, s.Attr) and func.name == "startswith":
                argument = self._at(ref, node.args[0].value)
                starts = self._program.texts_at(argument) | self._item_texts(argument)
                return not starts or any(header.startswith(t.lower()) for t in starts)
        if isinstance(node, s.Compare) and len(node.ops) == 1:
            other = self._at(ref, node.operands[0])
            if node.ops[0] == "in":
                names = self._item_texts(other)
                if names:
                    return header in {t.lower() for t in names}
                words = self._program.texts_at(self._at(ref, node.left))
                return not words or any(w.lower() in header for w in words)
            if node.ops[0] == "==":
                texts = self._program.texts_at(other)
                return not texts or header in {t.lower() for t in texts}
        return True

    def _item_texts(self, ref: Ref) -> set[str]:
        found: set[str] = set()
        for value in self._program.eval(ref):
            if isinstance(value, Container):
                items = self._program.attributes.items(value, None)
                found |= {v.value for v in items if isinstance(v, Known) and isinstance(v.value, str)}
        return found

    @staticmethod
    def _at(ref: Ref, vid: s.ValueId) -> Ref:
        return Ref(ref.module, vid, ref.frame)
