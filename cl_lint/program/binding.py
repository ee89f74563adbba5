"""Which argument of a call a parameter receives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union

from ..syntax import summary as s
from .frames import Frame
from .values import Abstract, Closure, Container, Keywords, Known, Partial, Ref

if TYPE_CHECKING:
    from .evaluate import Program

Given = Union[Ref, Abstract]
"""An argument: a value of the program where it stands, or a value that has no place."""


@dataclass
class Arguments:
    """The arguments of a call, `*` and `**` expanded where they are known. `open_positional` and
    `open_keywords` say that more may follow than is seen."""

    positional: list[Given] = field(default_factory=list)
    keywords: dict[str, list[Given]] = field(default_factory=dict)
    open_positional: bool = False
    open_keywords: bool = False


@dataclass
class Bound:
    """What each parameter of a frame's function receives; a parameter that is missing takes its
    default. `rest` and `extra` are what `*args` and `**kwargs` receive."""

    parameters: dict[str, list[Given]] = field(default_factory=dict)
    rest: list[Given] = field(default_factory=list)
    extra: dict[str, list[Given]] = field(default_factory=dict)
    open_positional: bool = False
    open_keywords: bool = False


def arguments(program: Program, call: Ref) -> Arguments:
    """The arguments that the call at `call` passes, those of a Partial it calls not included."""
    node = call.module.values[call.vid]
    found = Arguments()
    if isinstance(node, s.Binary):  # an operator of a class of the program
        found.positional.append(Ref(call.module, node.right, call.frame))
    if not isinstance(node, s.Call):
        return found
    for arg in node.args:
        ref = Ref(call.module, arg.value, call.frame)
        if arg.star == 1:
            _expand_positional(program, ref, found)
        elif arg.star == 2:
            _expand_keywords(program, ref, found)
        elif arg.name is not None:
            found.keywords[arg.name] = [ref]
        else:
            found.positional.append(ref)
    del found.positional[: program.events.skipped(call)]
    for callee in program.callees(call):
        if isinstance(callee, Partial) and closure_of(callee) is None:
            _prepend(found, arguments(program, callee.site), skip=1)
            break
        provider = program.providers.row(callee)
        if provider is not None:  # the class or function that it names is none of that one's arguments
            del found.positional[: provider.function + 1]
            break
    return found


def _expand_positional(program: Program, ref: Ref, found: Arguments) -> None:
    for value in program.eval(ref):
        if isinstance(value, Keywords) and value.positional:
            bound = program.bound(value.frame)
            found.positional += bound.rest
            found.open_positional |= bound.open_positional
            return
        if isinstance(value, Container):
            node = value.ref.module.values[value.ref.vid]
            if isinstance(node, s.Sequence) and not any(i.star for i in node.items):
                found.positional += [Ref(value.ref.module, i.value, value.ref.frame) for i in node.items]
                return
    found.open_positional = True


def _expand_keywords(program: Program, ref: Ref, found: Arguments) -> None:
    for value in program.eval(ref):
        keys, is_open = program.mappings.keys(value)
        for key in keys:
            found.keywords.setdefault(key, []).extend(program.mappings.get(value, key))
        found.open_keywords |= is_open


def bind(program: Program, frame: Frame) -> Bound:
    """What the parameters of `frame`'s function receive from `frame.call`."""
    function = program.function(frame.function)
    given = Arguments()
    if frame.call is not None:
        given = arguments(program, frame.call)
    elif frame.extra is None:
        given.open_positional = given.open_keywords = True
    if isinstance(frame.extra, Partial):
        _prepend(given, arguments(program, frame.extra.site), skip=1)
    elif frame.extra is not None and frame.call is not None:
        given.positional.insert(0, frame.extra)
    elif frame.extra is not None:
        given = Arguments([frame.extra])
    positional = list(given.positional)
    if frame.receiver is not None and not program.is_static(frame.function):
        positional.insert(0, frame.receiver)
    return _distribute(function, positional, given)


def _prepend(given: Arguments, first: Arguments, skip: int) -> None:
    given.positional = first.positional[skip:] + given.positional
    given.keywords = {**first.keywords, **given.keywords}
    given.open_positional |= first.open_positional
    given.open_keywords |= first.open_keywords


def _distribute(function: s.Function, positional: list[Given], given: Arguments) -> Bound:
    bound = Bound(open_positional=given.open_positional, open_keywords=given.open_keywords)
    names = [p.name for p in function.params if p.kind in ("positional", "normal")]
    for name, value in zip(names, positional, strict=False):
        bound.parameters[name] = [value]
    bound.rest = positional[len(names) :]
    by_name = {p.name for p in function.params if p.kind in ("normal", "keyword")}
    for key, values in given.keywords.items():
        if key in by_name:
            bound.parameters.setdefault(key, values)
        else:
            bound.extra[key] = values
    return bound


def closure_of(value: Abstract) -> tuple[Closure, Partial | None] | None:
    """The project function behind a value, with the Partial around it if there is one."""
    if isinstance(value, Closure):
        return value, None
    if isinstance(value, Partial):
        inner = closure_of(value.function)
        if inner is not None:
            return inner[0], value
    return None


def constant(values: tuple[Abstract, ...]) -> object:
    """The one constant that the values are; raises ValueError when they are not one constant."""
    found = {v.value for v in values if isinstance(v, Known)}
    if len(found) != 1 or any(not isinstance(v, Known) for v in values):
        raise ValueError("not one constant")
    return found.pop()
