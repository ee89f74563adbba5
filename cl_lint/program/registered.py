"""What a library's registry gives by the name under which it was registered: `oauth.cloudlink` after
`oauth.register("cloudlink", …)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.run_rows import Registry
from ..syntax import summary as s
from .updates import same_thing
from .values import Abstract, External, FunctionKey, Known, Obj, Ref

if TYPE_CHECKING:
    from .evaluate import Program


def registered(program: Program, registry: Obj, name: str) -> list[Abstract]:
    """What is registered under a name."""
    row = program.models.row(Registry, registry.type)
    if row is None:
        return []
    maker = f"{registry.type}.{row.register}"
    found: list[Abstract] = []
    for module, vid in program.callers_index.named(row.register):
        ref = Ref(module, vid, program.root(FunctionKey(module, module.summary.owners[vid])))
        owners = [c.receiver for c in program.callees(ref) if isinstance(c, External) and c.receiver]
        if not any(same_thing(owner, registry) for owner in owners):
            continue
        args = program.arguments(ref)
        given = args.keywords.get("name") or args.positional[:1]
        if Known(name) in program.eval_all(given):
            found.append(Obj(program.models.result_type(maker) or f"{maker}()", ref, maker))
    return found


def looked_up(program: Program, callee: External, ref: Ref, node: s.Call) -> list[Abstract]:
    """What a call asks of a registry by name: `oauth.create_client("cloudlink")`."""
    registry = callee.receiver
    row = program.models.row(Registry, registry.type) if isinstance(registry, Obj) else None
    if row is None or not isinstance(registry, Obj) or not node.args:
        return []
    if callee.name.rsplit(".", 1)[-1] not in row.lookups:
        return []
    names = program.texts_at(Ref(ref.module, node.args[0].value, ref.frame))
    return [value for name in sorted(names) for value in registered(program, registry, name)]
