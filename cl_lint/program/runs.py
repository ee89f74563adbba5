"""Calls that run a callable: `asyncio.to_thread(f, x)` is `f(x)`, `pool.submit(f, x)` will be.

A summary is completed before it is linked. Where the result is there when the call is done, the call
itself is replaced by that of the callable; elsewhere a call of the callable is added to the values of
the file, and a `Run` says which. Everything that asks who calls a function, with what, then sees it.
"""

from __future__ import annotations

from typing import NamedTuple, Optional

from ..models import Models
from ..models.run_rows import Gathered, Runner
from ..syntax import summary as s


class Run(NamedTuple):
    """What a runner's call stands for. `call` is the call that it makes, or the coroutine that it is given;
    `items` the collection of what it gives, where that is one. `gives` is that of the model's row, or
    "each" where the arguments are gathered."""

    call: Optional[s.ValueId]
    items: Optional[s.ValueId]
    gives: str


Runs = dict[s.ValueId, Run]


class _Completion:
    """A summary while calls are added to it."""

    def __init__(self, summary: s.Summary, models: Models) -> None:
        self.summary = summary
        self.models = models
        self.rows = models.rows(Runner)
        self.gathering = models.rows(Gathered)
        self.values = list(summary.values)
        self.spans = list(summary.spans)
        self.owners = list(summary.owners)
        self.added: dict[int, list[s.ValueId]] = {}
        self.runs: Runs = {}

    def complete(self) -> None:
        for vid, node in enumerate(self.summary.values):
            if isinstance(node, s.Call):
                node = self._plain(vid, node)
                name = self.models.canonical(self._name(node.func))
                row = self._row(node.func, name)
                if row is not None:
                    self._run(vid, node, row)
                elif name in self.gathering and self.gathering[name].each:
                    args = tuple(a for a in node.args if a.name is None and a.star < 2)
                    self.runs[vid] = Run(None, self._add(s.Sequence("tuple", args), vid), "each")

    def _plain(self, vid: s.ValueId, node: s.Call) -> s.Call:
        """`getattr(x, "name")(…)` as `x.name(…)`."""
        inner = self.values[node.func]
        if not isinstance(inner, s.Call) or self._name(inner.func) != "builtins.getattr":
            return node
        name = self.values[inner.args[1].value] if len(inner.args) > 1 else None
        if not isinstance(name, s.Const) or not isinstance(name.value, str):
            return node
        node = s.Call(self._add(s.Attr(inner.args[0].value, name.value), node.func), node.args)
        self.values[vid] = node
        return node

    def _row(self, func: s.ValueId, name: str) -> Runner | None:
        row = self.rows.get(name)
        node = self.values[func]
        if row is None and isinstance(node, s.Attr) and not self._is_module(node.base):
            row = self.rows.get(f"?.{node.name}")
        return row

    def _is_module(self, vid: s.ValueId) -> bool:
        """Whether a value is an imported module: its functions are no methods."""
        node = self._imported(vid)
        return node is not None and node.name is None

    def _imported(self, vid: s.ValueId) -> s.Imported | None:
        node = self.values[vid]
        if isinstance(node, s.GlobalName):
            bound = self.summary.globals.get(node.name, ())
            node = self.values[bound[0]] if len(bound) == 1 else node
        return node if isinstance(node, s.Imported) else None

    def _name(self, vid: s.ValueId) -> str:
        """The dotted name of something imported, or of a builtin; "" for anything else."""
        node = self.values[vid]
        if isinstance(node, s.Attr):
            base = self._name(node.base)
            return f"{base}.{node.name}" if base else ""
        found = self._imported(vid)
        if found is not None:
            return "" if found.level else f"{found.module}.{found.name}" if found.name else found.module
        if isinstance(node, s.GlobalName) and node.name not in self.summary.globals:
            return f"builtins.{node.name}"
        return ""

    def _run(self, vid: s.ValueId, node: s.Call, row: Runner) -> None:
        positional = [a for a in node.args if a.name is None]
        if any(a.star for a in positional[: row.function + 1]):
            return
        function = next((a.value for a in node.args if a.name and a.name == row.function_keyword), None)
        if function is None and 0 <= row.function < len(positional):
            function = positional[row.function].value
        if function is None:
            return
        if row.coroutine:
            self.runs[vid] = Run(function, None, row.gives)
            return
        args = self._arguments(vid, node, row, positional)
        if args is None:
            return
        call = s.Call(function, args)
        if row.gives == "result":
            self.values[vid] = call
            return
        made = self._add(call, vid)
        self.added.setdefault(self.owners[vid], []).append(made)
        items = None
        if row.gives == "items":
            sources = tuple(a.value for a in positional[row.function + 1 :])
            items = self._add(s.Comprehension("list", None, made, sources, ()), vid)
        self.runs[vid] = Run(made, items, row.gives)

    def _arguments(
        self, vid: s.ValueId, node: s.Call, row: Runner, positional: list[s.Arg]
    ) -> tuple[s.Arg, ...] | None:
        """What the callable is called with; None where the call is something else after all."""
        rest = positional[row.function + 1 :]
        if row.arguments in ("items", "unpacked items"):
            if not rest:
                return None
            star = 1 if row.arguments == "unpacked items" else 0
            return tuple(s.Arg(self._add(s.Element(a.value), vid), None, max(star, a.star)) for a in rest)
        if row.arguments == "receiver":
            func = self.values[node.func]
            return (s.Arg(func.base),) if isinstance(func, s.Attr) else None
        if row.arguments == "packed":
            return self._packed(node, row, positional)
        kept = tuple(a for a in node.args if a.name or a.star == 2) if row.keywords else ()
        return (*rest, *(a for a in kept if a.name not in row.own))

    def _packed(self, node: s.Call, row: Runner, positional: list[s.Arg]) -> tuple[s.Arg, ...]:
        found: list[s.Arg] = []
        given = {a.name: a.value for a in node.args if a.name}
        packed = given.get(row.packed_keyword)
        if packed is None and 0 <= row.packed < len(positional):
            packed = positional[row.packed].value
        if packed is not None:
            found.append(s.Arg(packed, None, 1))
        if row.named_keyword in given:
            found.append(s.Arg(given[row.named_keyword], None, 2))
        return tuple(found)

    def _add(self, value: s.Value, vid: s.ValueId) -> s.ValueId:
        """A value that stands where `vid` stands."""
        self.values.append(value)
        self.spans.append(self.spans[vid])
        self.owners.append(self.owners[vid])
        return len(self.values) - 1

    def functions(self) -> tuple[s.Function, ...]:
        return tuple(
            f._replace(calls=(*f.calls, *self.added[f.number])) if f.number in self.added else f
            for f in self.summary.functions
        )


def with_runs(summary: s.Summary, models: Models) -> tuple[s.Summary, Runs]:
    """The summary with the calls that its runners make, and which they are."""
    work = _Completion(summary, models)
    work.complete()
    if not work.runs and tuple(work.values) == summary.values:
        return summary, {}
    completed = summary._replace(
        values=tuple(work.values),
        spans=tuple(work.spans),
        owners=tuple(work.owners),
        functions=work.functions(),
    )
    return completed, work.runs
