"""Where a value comes from: the places between its use and the literal that says it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..program import (
    Abstract,
    ClassKey,
    ClassRef,
    External,
    Frame,
    FunctionKey,
    Instance,
    Known,
    Module,
    ModuleValue,
    Ref,
    Text,
    Unknown,
)
from ..program.binding import Given
from ..syntax import summary as s
from ..syntax.traverse import children

if TYPE_CHECKING:
    from ..program import Program

DEPTH = 14
MOST = 400

Wanted = Callable[[Abstract], bool]


class Said(NamedTuple):
    """`place` is where the application chooses a value, `literal` what holds it: the same, or a constant
    that is defined for many uses."""

    place: Ref
    literal: Ref


def said(program: Program, start: Given | None, wanted: Wanted) -> Said | None:
    """Where the nearest literal (or member of an enumeration) stands from which `start` takes a value
    that is `wanted`."""
    if not isinstance(start, Ref):
        return None
    before = sources(program, start)
    for ref in before:
        node = ref.module.values[ref.vid]
        is_literal = isinstance(node, s.Const) or (
            isinstance(node, s.Attr) and _is_member(program, ref, node)
        )
        if is_literal and any(wanted(v) for v in program.eval(ref)):
            return Said(_chosen(program, ref, before), ref)
    return None


def _chosen(program: Program, ref: Ref, before: dict[Ref, Ref | None]) -> Ref:
    """The first use of a constant on the way from the start to the literal, else the literal."""
    chosen = ref
    step = before[ref]
    while step is not None:
        node = step.module.values[step.vid]
        if isinstance(node, (s.GlobalName, s.Imported)) or (
            isinstance(node, s.Attr) and _of_module(program, step, node)
        ):
            chosen = step
        step = before[step]
    return chosen


def _of_module(program: Program, ref: Ref, node: s.Attr) -> bool:
    return any(isinstance(v, ModuleValue) for v in program.eval(Ref(ref.module, node.base, ref.frame)))


def _is_member(program: Program, ref: Ref, node: s.Attr) -> bool:
    values = program.eval(Ref(ref.module, node.base, ref.frame))
    return any(isinstance(v, ClassRef) and program.classes.is_enum(v.cls) for v in values)


def sources(program: Program, start: Given, depth: int = DEPTH) -> dict[Ref, Ref | None]:
    """Every value that `start` is made of, across names, parameters, attributes and returns, nearest
    first; each with the one that led to it."""
    if not isinstance(start, Ref):
        return {}
    seen: dict[Ref, Ref | None] = {}
    todo: deque[tuple[Ref, Ref | None, int]] = deque([(start, None, depth)])
    while todo and len(seen) < MOST:
        ref, parent, left = todo.popleft()
        if ref in seen or left <= 0:
            continue
        seen[ref] = parent
        todo += [(inner, ref, left - 1) for inner in steps(program, ref)]
    return seen


def steps(program: Program, ref: Ref) -> Iterator[Ref]:
    """The values that a value is directly taken from."""
    node = ref.module.values[ref.vid]
    if isinstance(node, s.Param):
        yield from parameter(program, ref, node)
    elif isinstance(node, s.FreeName):
        frame = program.names._holder(ref.frame, node.function, ref.module)
        for vid in program.function(frame.function).bindings.get(node.name, ()):
            yield Ref(ref.module, vid, frame)
    elif isinstance(node, s.GlobalName):
        yield from exported(program, ref.module, node.name)
    elif isinstance(node, s.Imported):
        target = program.names._target(ref.module, node)
        if target is not None and node.name is not None:
            yield from exported(program, target, node.name)
    elif isinstance(node, s.Attr):
        yield from attribute(program, ref, node)
    elif isinstance(node, s.Call):
        yield from called(program, ref)
    elif isinstance(node, s.Conditional):
        yield from (Ref(ref.module, vid, ref.frame) for vid in (node.then, node.orelse))
    elif isinstance(node, s.Item):
        yield from item(program, ref, node)
    elif not isinstance(node, s.Compare):
        yield from (Ref(ref.module, vid, ref.frame) for vid in children(node))


def exported(program: Program, module: Module, name: str) -> Iterator[Ref]:
    """The values of a module-level name; through a re-export to where it is defined."""
    frame = program.module_frame(module)
    for vid in module.summary.globals.get(name, ()):
        yield Ref(module, vid, frame)


def parameter(program: Program, ref: Ref, node: s.Param) -> Iterator[Ref]:
    """What is passed for a parameter, by the frame's caller or by all callers, else its default."""
    frame = program.names._holder(ref.frame, node.function, ref.module)
    info = next((p for p in program.function(frame.function).params if p.name == node.name), None)
    if info is None or info.kind in ("args", "kwargs"):
        return
    frames = [frame] if frame.call is not None else program.callers(frame.function)
    lacking = not frames
    for one in frames:
        given = program.bound(one).parameters.get(node.name)
        lacking = lacking or not given
        yield from (g for g in given or () if isinstance(g, Ref))
    if lacking and info.default is not None:
        yield Ref(ref.module, info.default, frame.closure or program.module_frame(ref.module))


def attribute(program: Program, ref: Ref, node: s.Attr) -> Iterator[Ref]:
    for value in program.eval(Ref(ref.module, node.base, ref.frame)):
        if isinstance(value, ModuleValue):
            yield from exported(program, value.module, node.name)
        elif isinstance(value, (Instance, ClassRef)) and not program.classes.is_enum(value.cls):
            yield from of_class(program, value, node.name)
        elif isinstance(value, (Known, Text)):
            yield Ref(ref.module, node.base, ref.frame)
        elif isinstance(value, External) and value.name == "django.conf.settings":
            for module in (*program.table.named("settings"), *program.table.named("base")):
                yield from exported(program, module, node.name)
    yield from (
        v.ref for v in program.eval(ref) if isinstance(v, Unknown) and v.ref is not None and v.ref != ref
    )


def of_class(program: Program, value: Instance | ClassRef, name: str) -> Iterator[Ref]:
    """The values that classes, their methods and constructor calls give to an attribute."""
    classes = program.classes
    family = (
        [value.cls, *classes.subclasses(value.cls)]
        if isinstance(value, Instance) and value.site is None
        else [value.cls]
    )
    for cls in family:
        for base in classes.mro(cls):
            if not isinstance(base, ClassKey):
                continue
            vid = classes.summary(base).attributes.get(name)
            if vid is not None:
                yield Ref(base.module, vid, program.frame_around(base))
            for store, function in classes._own_stores(base, name):
                yield Ref(base.module, store.value, _frame(program, value, function))
    if isinstance(value, Instance) and name in classes.fields(value.cls):
        for site in [value.site] if value.site is not None else program.constructions(value.cls):
            given = classes._given(site, classes.fields(value.cls), name)
            yield from (g for g in given or () if isinstance(g, Ref))


def _frame(program: Program, value: Instance | ClassRef, function: FunctionKey) -> Frame:
    if isinstance(value, Instance):
        found = program.classes.init_frames(value).get(function)
        return found or program.method_frame(function, value)
    return program.root(function)


def called(program: Program, ref: Ref) -> Iterator[Ref]:
    """What a call gives: the returned values of project functions; of others, object and arguments."""
    frames = program.called_frames(ref)
    for frame in frames:
        function = program.function(frame.function)
        for vid in (*function.returns, *function.yields):
            yield Ref(frame.function.module, vid, frame)
    for callee in program.callees(ref):
        if isinstance(callee, ClassRef):
            yield from _passed(program, ref)
    if not frames:
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Call):
            func = ref.module.values[node.func]
            if isinstance(func, s.Attr):
                yield Ref(ref.module, func.base, ref.frame)
        yield from _passed(program, ref)


def _passed(program: Program, ref: Ref) -> Iterator[Ref]:
    args = program.arguments(ref)
    for given in (*args.positional, *(g for many in args.keywords.values() for g in many)):
        if isinstance(given, Ref):
            yield given


def item(program: Program, ref: Ref, node: s.Item) -> Iterator[Ref]:
    """The entry of a mapping under a known key; else the whole."""
    keys = program.texts_at(Ref(ref.module, node.key, ref.frame))
    entries = [
        given
        for value in program.eval(Ref(ref.module, node.base, ref.frame))
        for key in keys
        for given in program.mappings.get(value, key)
        if isinstance(given, Ref)
    ]
    yield from entries
    if not entries:
        yield Ref(ref.module, node.base, ref.frame)
