"""From the libcst tree of one file to its summary."""

from __future__ import annotations

import libcst as cst

from . import branches, displays, expressions, patterns, statements  # noqa: F401  (they fill the tables)
from .comments import suppression_comments
from .definitions import bindings_of, finished_function, lower_draft
from .dispatch import lower_block
from .generated_positions import run_deep
from .names import scan_names
from .positions import line_starts, spans
from .state import Draft, Lowering
from .summary import Block, Class, Function, Phi, Span, Summary, ValueId


def lower(module: cst.Module, path: str, text: str | None = None) -> Summary:
    """Summarise a parsed file. `path` is kept as it is given; `text` is what was parsed, where the
    caller has it (else it is generated again). Never raises for a tree libcst parsed."""
    positions, text = spans(module, text)
    return run_deep(lambda: lower_with_spans(module, path, positions, text))


def lower_with_spans(module: cst.Module, path: str, positions: dict[int, Span], text: str) -> Summary:
    """The same for a module whose positions are known already."""
    low = Lowering(positions, text, module)
    low.number_function()
    low.scope.declare(scan_names(module, low.walruses))
    low.scope.special = set()  # a `global` at module level changes nothing
    body = lower_block(low, module)
    final = low.env
    low.owners.extend([0] * len(low.values))
    bodies = _lower_drafts(low)
    starts = line_starts(text)
    return Summary(
        path=path,
        values=tuple(low.values),
        spans=tuple(low.spans),
        owners=tuple(low.owners),
        functions=_functions(low, body, bodies, len(text)),
        classes=tuple([cls for cls in low.classes if isinstance(cls, Class)]),
        globals=_globals(low, final),
        star_imports=tuple(low.star_imports),
        imports=tuple(low.imports),
        handlers=tuple(low.handlers),
        stores=tuple(low.stores),
        line_starts=starts,
        suppression_comments=suppression_comments(text, starts),
    )


def _lower_drafts(low: Lowering) -> list[tuple[Draft, Block]]:
    """Lower the bodies of functions; those they hold in turn are appended and come later."""
    bodies: list[tuple[Draft, Block]] = []
    for draft in low.drafts:
        block = lower_draft(low, draft)
        low.owners.extend([draft.number] * (len(low.values) - len(low.owners)))
        bodies.append((draft, block))
    return bodies


def _functions(
    low: Lowering, body: Block, bodies: list[tuple[Draft, Block]], length: int
) -> tuple[Function, ...]:
    scope = low.module_scope
    module = Function(
        number=0,
        name="<module>",
        qualname="<module>",
        parent=0,
        cls=None,
        params=(),
        decorators=(),
        annotation=None,
        is_async=False,
        body=body,
        bindings=bindings_of(scope),
        returns=tuple(scope.returns),
        yields=tuple(scope.yields),
        calls=tuple(scope.calls),
        span=(0, 0),
        body_span=(0, length),
    )
    return (module, *(finished_function(draft, block) for draft, block in bodies))


def _globals(low: Lowering, final: dict[str, ValueId]) -> dict[str, tuple[ValueId, ...]]:
    found = {name: _alternatives(low, value) for name, value in final.items()}
    for name, values in low.global_writes.items():
        found[name] = dict.fromkeys([*found.get(name, ()), *values])
    return {name: tuple(values) for name, values in found.items()}


def _alternatives(low: Lowering, value: ValueId) -> dict[ValueId, None]:
    """The values behind a Phi, through Phis among its operands."""
    found: dict[ValueId, None] = {}
    seen: set[ValueId] = set()
    pending = [value]
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        described = low.values[current]
        if isinstance(described, Phi):
            pending.extend(reversed(described.operands))
        else:
            found[current] = None
    return found
