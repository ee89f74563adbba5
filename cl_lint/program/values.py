"""Abstract values: what an expression of the program can be, as far as it can be known.

The evaluator answers with a short tuple of these. They are immutable and hashable, so that they
can be compared, memoised and put into sets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Union

if TYPE_CHECKING:
    from .frames import Frame
    from .modules import Module


class Ref(NamedTuple):
    """Where a value stands: value number `vid` of `module`, evaluated in `frame`."""

    # A tuple, as the keys below: these are made, hashed and compared more often than all else.
    module: Module
    vid: int
    frame: Frame


class FunctionKey(NamedTuple):
    """A function (or lambda, or module body: number 0) of the program."""

    module: Module
    number: int
    kind: str = "function"  # tells it from a class of the same number


class ClassKey(NamedTuple):
    """A class of the program."""

    module: Module
    number: int
    kind: str = "class"


_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Known:
    """A constant: text, bytes, number, True, False, None."""

    value: Union[str, bytes, int, float, bool, None]


@dataclass(frozen=True)
class Hole:
    """A part of a text that is not known; `name` is how the source spells it ("account_id",
    "call.id", "os.environ[MEDIA_URL]") and `ref` where it stands."""

    name: str
    ref: Ref | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """The last plain name of the spelling: "account_id", "id", "MEDIA_URL"."""
        names = _NAME.findall(self.name)
        return names[-1].strip("_") or names[-1] if names else "…"


@dataclass(frozen=True)
class Text:
    """A text with holes; constant parts are never adjacent and never empty."""

    parts: tuple[Union[str, Hole], ...]

    def __str__(self) -> str:
        return "".join(p if isinstance(p, str) else "{" + p.label + "}" for p in self.parts)


@dataclass(frozen=True)
class External:
    """Something of a library or builtin, by canonical qualified name ("requests.get",
    "datetime.datetime.now"); `receiver` is the object a method was taken from."""

    name: str
    receiver: Abstract | None = None


@dataclass(frozen=True)
class ModuleValue:
    """A module of the program."""

    module: Module


@dataclass(frozen=True)
class Closure:
    """A function of the program; `receiver` is what it is bound to (an Instance or ClassValue),
    `frame` the frame of the function around it (for its free variables)."""

    function: FunctionKey
    receiver: Abstract | None = None
    frame: Frame | None = None


@dataclass(frozen=True)
class ClassRef:
    """A class of the program, as an object."""

    cls: ClassKey


@dataclass(frozen=True)
class Instance:
    """An instance of a class of the program; `site` is the constructor call, None when only the
    class is known (self, annotations, caught exceptions)."""

    cls: ClassKey
    site: Ref | None = None


@dataclass(frozen=True)
class Obj:
    """An object of a library type (canonical name, "requests.Session"), or the result of an
    external call whose type is not modelled (then `type` is the callee's name plus "()").
    `site` is the call that made it, None when only the type is known; `maker` is the qualified
    name that was called."""

    type: str
    site: Ref | None = None
    maker: str = ""


@dataclass(frozen=True)
class Container:
    """A list, tuple, set, dict or comprehension, also after updates: look at `ref`."""

    ref: Ref


@dataclass(frozen=True)
class Data:
    """A mapping (`keyed`) or list read from a data file of the project."""

    entries: tuple[tuple[Known, Abstract], ...]
    keyed: bool


@dataclass(frozen=True)
class Keywords:
    """The `**kwargs` (or, when `positional`, the `*args`) of `frame`'s function."""

    frame: Frame
    name: str
    positional: bool = False


@dataclass(frozen=True)
class Partial:
    """functools.partial(function, …): `site` is the call of partial."""

    function: Abstract
    site: Ref


@dataclass(frozen=True)
class Several:
    """A collection of which only the type of its items is known (`list[User]`)."""

    items: tuple[Abstract, ...]


@dataclass(frozen=True)
class CaughtError:
    """The exception caught by a handler: `ref` points at the `Caught` value; or what a future tells
    of its failure: `ref` points at the call of its `exception()`."""

    ref: Ref


@dataclass(frozen=True)
class Unknown:
    """Not known; `name` is how the source spells it, `ref` where it stands."""

    name: str
    ref: Ref | None = None


Abstract = Union[
    Known, Text, External, ModuleValue, Closure, ClassRef, Instance, Obj, Container, Data, Keywords,
    Partial, Several, CaughtError, Unknown,
]  # fmt: skip
Values = tuple[Abstract, ...]


def text_of(parts: list[Union[str, Hole]]) -> Known | Text:
    """Joins parts: a constant when nothing is open, else a Text in normal form."""
    joined: list[Union[str, Hole]] = []
    for part in parts:
        if isinstance(part, str):
            if not part:
                continue
            if joined and isinstance(joined[-1], str):
                joined[-1] += part
                continue
        joined.append(part)
    if not joined:
        return Known("")
    if len(joined) == 1 and isinstance(joined[0], str):
        return Known(joined[0])
    return Text(tuple(joined))


def parts_of(value: Abstract) -> tuple[Union[str, Hole], ...]:
    """The text parts that a value contributes when it is printed into a text."""
    if isinstance(value, Known):
        if isinstance(value.value, bytes):
            return (value.value.decode("utf-8", "replace"),)
        return (str(value.value),)
    if isinstance(value, Text):
        return value.parts
    if isinstance(value, Unknown):
        return (Hole(value.name, value.ref),)
    if isinstance(value, Obj):
        return (Hole(value.maker or value.type, value.site),)
    if isinstance(value, External):
        return (Hole(value.name),)
    return (Hole("…"),)
