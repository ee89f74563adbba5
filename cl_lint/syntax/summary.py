"""The summary of one source file: everything the later stages may know about it.

A summary holds no syntax node. Expressions become *values* in one arena per file
(`Summary.values`); a `ValueId` is an index into it. Local variables are resolved away: reading
a local yields the value last bound to it, or a `Phi` where branches join. Statements keep their
structure (`If`, `Try`, `While` …), so that paths can be followed.

Conventions
- `await f(x)` is the value of `f(x)`, `await task` a call of `task.__await__`; parentheses vanish; a
  walrus is its value.
- Spans are pairs of character offsets (start, end) into the decoded text, end exclusive.
- Function 0 of a summary is the module body. Its locals are the module's globals.
- Applying a decorator is a `Call` of the decorator with the function or class as only argument;
  the name is bound to the result of the outermost one.
"""

from __future__ import annotations

from typing import NamedTuple, Optional, Union

ValueId = int
Span = tuple[int, int]


# --------------------------------------------------------------------------------------- values


class Const(NamedTuple):
    """A literal: text, bytes, number, True, False or None. Adjacent literals are joined."""

    value: Union[str, bytes, int, float, bool, None]


class Opaque(NamedTuple):
    """A value the lowering does not describe (Ellipsis, complex numbers, unbound locals …)."""


class Param(NamedTuple):
    """A parameter, as it is on entry; `function` is the number of the function that owns it."""

    function: int
    name: str


class GlobalName(NamedTuple):
    """A name looked up in the module's globals, then in builtins."""

    name: str


class FreeName(NamedTuple):
    """A variable or parameter of an enclosing function, read from a nested one."""

    function: int
    name: str


class Imported(NamedTuple):
    """What an import binds. `import a.b` binds Imported("a", None, 0); `import a.b as c` binds
    Imported("a.b", None, 0); `from ..m import n` binds Imported("m", "n", 2)."""

    module: str
    name: Optional[str]
    level: int


class Attr(NamedTuple):
    base: ValueId
    name: str


class Item(NamedTuple):
    """`base[key]`; the key of a slice is a `Slice`."""

    base: ValueId
    key: ValueId


class Slice(NamedTuple):
    lower: Optional[ValueId]
    upper: Optional[ValueId]
    step: Optional[ValueId]


class Arg(NamedTuple):
    """An argument: positional (name None, star 0), keyword, `*value` (1) or `**value` (2)."""

    value: ValueId
    name: Optional[str] = None
    star: int = 0


class Call(NamedTuple):
    """The result of a call."""

    func: ValueId
    args: tuple[Arg, ...]


class Binary(NamedTuple):
    """`op` is the source operator: + - * / // % ** @ << >> & | ^ (also from augmented forms)."""

    op: str
    left: ValueId
    right: ValueId


class Unary(NamedTuple):
    """`op` is one of: not - + ~"""

    op: str
    operand: ValueId


class BoolOp(NamedTuple):
    """`a and b and c`; `op` is "and" or "or"; nested runs of one operator are flattened."""

    op: str
    operands: tuple[ValueId, ...]


class Compare(NamedTuple):
    """`left op1 x op2 y`; ops are: == != < <= > >= in "not in" is "is not"."""

    left: ValueId
    ops: tuple[str, ...]
    operands: tuple[ValueId, ...]


class Conditional(NamedTuple):
    test: ValueId
    then: ValueId
    orelse: ValueId


class Phi(NamedTuple):
    """One of several values, where paths join or a loop comes round (then it may hold itself
    through its operands). The operands are distinct and in source order; there are two at least,
    but that of a loop may turn out to have a single one."""

    operands: tuple[ValueId, ...]


class Sequence(NamedTuple):
    """A display: `kind` is "list", "tuple" or "set"; a starred item has star 1."""

    kind: str
    items: tuple[Arg, ...]


class Mapping(NamedTuple):
    """A dict display: pairs of key and value; the key of `**value` is None."""

    entries: tuple[tuple[Optional[ValueId], ValueId], ...]


class Comprehension(NamedTuple):
    """`kind` is list, set, generator or dict (then `key` is set). Targets inside are `Element`s
    (or `Unpacked` of them) of the `sources`, in order; `conditions` are its if-clauses."""

    kind: str
    key: Optional[ValueId]
    element: ValueId
    sources: tuple[ValueId, ...]
    conditions: tuple[ValueId, ...]


class Element(NamedTuple):
    """An item got by iterating (for, async for, comprehension)."""

    iterable: ValueId


class Unpacked(NamedTuple):
    """Item `index` of an unpacked value; negative counts from the end after a starred target.
    `starred` is true for the `*rest` target itself."""

    value: ValueId
    index: int  # type: ignore[assignment]  # covers tuple.index, which nobody calls
    starred: bool = False


class Template(NamedTuple):
    """An f-string: constant text and `Formatted` parts, in order."""

    parts: tuple[ValueId, ...]


class Formatted(NamedTuple):
    """`{value!conversion:spec}` of an f-string; conversion is "", "r", "s" or "a"."""

    value: ValueId
    conversion: str
    spec: Optional[ValueId]


class FunctionValue(NamedTuple):
    """A function or lambda of this file, before decoration."""

    function: int


class ClassValue(NamedTuple):
    """A class of this file, before decoration."""

    cls: int


class Caught(NamedTuple):
    """The exception caught by handler number `handler` of this file."""

    handler: int


class Entered(NamedTuple):
    """What `with context as name` binds."""

    context: ValueId


class Updated(NamedTuple):
    """A local after `local[key] = value`."""

    base: ValueId
    key: ValueId
    value: ValueId


class Merged(NamedTuple):
    """A local after `local.update(other)`; keywords of update are a `Mapping`. Also
    `local.extend(other)`."""

    base: ValueId
    other: ValueId


class Appended(NamedTuple):
    """A local after `local.append(item)`, `.add(item)` or `.insert(i, item)`."""

    base: ValueId
    item: ValueId


class Received(NamedTuple):
    """The result of a yield expression; `value` is what was yielded, None for a bare yield."""

    value: Optional[ValueId]


class Declared(NamedTuple):
    """A name annotated without a value: only its type is known."""

    annotation: ValueId


class Typed(NamedTuple):
    """A local that is bound with an annotation: `name: annotation = value`, where the value alone
    may not tell its type."""

    value: ValueId
    annotation: ValueId


class Matched(NamedTuple):
    """What a pattern of `match subject` captures from it (the whole, a part or an item)."""

    subject: ValueId


Value = Union[
    Const, Opaque, Param, GlobalName, FreeName, Imported, Attr, Item, Slice, Call, Binary, Unary,
    BoolOp, Compare, Conditional, Phi, Sequence, Mapping, Comprehension, Element, Unpacked,
    Template, Formatted, FunctionValue, ClassValue, Caught, Entered, Updated, Merged, Appended,
    Received, Declared, Typed, Matched,
]  # fmt: skip


# ----------------------------------------------------------------------------------- statements
#
# `calls` lists the calls that the statement's own expressions make (not those of nested blocks),
# in the order in which they are evaluated, calls inside comprehensions included.


class Expr(NamedTuple):
    """An expression for its effect; also a yield or await statement."""

    value: ValueId
    calls: tuple[ValueId, ...]
    span: Span


class Bind(NamedTuple):
    """Binding of local names (assignment, augmented, annotated, walrus-only statements, import,
    def and class included): the names and the value each is bound to by this statement. The
    statements of a class body stand before the `Bind` of the class; theirs are its attributes."""

    names: tuple[tuple[str, ValueId], ...]
    calls: tuple[ValueId, ...]
    span: Span


class StoreAttr(NamedTuple):
    """`base.name = value` (also augmented and annotated; a tuple target gives one per item)."""

    base: ValueId
    name: str
    value: ValueId
    annotation: Optional[ValueId]
    calls: tuple[ValueId, ...]
    span: Span


class StoreItem(NamedTuple):
    """`base[key] = value`. Emitted for locals as well (which also get an `Updated` value)."""

    base: ValueId
    key: ValueId
    value: ValueId
    calls: tuple[ValueId, ...]
    span: Span


class Return(NamedTuple):
    value: Optional[ValueId]
    calls: tuple[ValueId, ...]
    span: Span


class Raise(NamedTuple):
    """A bare `raise` has no error."""

    error: Optional[ValueId]
    cause: Optional[ValueId]
    calls: tuple[ValueId, ...]
    span: Span


class Assert(NamedTuple):
    test: ValueId
    message: Optional[ValueId]
    calls: tuple[ValueId, ...]
    span: Span


class Break(NamedTuple):
    span: Span


class Continue(NamedTuple):
    span: Span


class If(NamedTuple):
    """An `elif` is an `If` alone in `orelse`. The span is that of `if <test>`'s first line:
    from the keyword to the end of the test."""

    test: ValueId
    then: Block
    orelse: Block
    calls: tuple[ValueId, ...]
    span: Span


class While(NamedTuple):
    """The span runs from the keyword to the end of the test."""

    test: ValueId
    body: Block
    orelse: Block
    calls: tuple[ValueId, ...]
    span: Span


class For(NamedTuple):
    """`names` are the loop variables with their values (`Element` or `Unpacked` of it)."""

    names: tuple[tuple[str, ValueId], ...]
    iterable: ValueId
    body: Block
    orelse: Block
    calls: tuple[ValueId, ...]
    span: Span


class Handler(NamedTuple):
    """`number` counts the handlers of the file; `type` is None for a bare except. The span runs
    from `except` to the colon."""

    number: int
    type: Optional[ValueId]
    name: Optional[str]
    body: Block
    calls: tuple[ValueId, ...]
    span: Span


class Try(NamedTuple):
    body: Block
    handlers: tuple[Handler, ...]
    orelse: Block
    final: Block
    star: bool
    span: Span


class WithItem(NamedTuple):
    """`entered` is the value bound by `as`, also present when nothing is bound."""

    context: ValueId
    entered: ValueId
    span: Span


class With(NamedTuple):
    """The span runs from the keyword to the end of the last item."""

    items: tuple[WithItem, ...]
    body: Block
    calls: tuple[ValueId, ...]
    span: Span


class Case(NamedTuple):
    """`values` are the constants or dotted names that the pattern compares with (alternatives
    included), empty when the pattern is not about values; `classes` are class patterns' classes;
    `irrefutable` is true for `case _` and a bare capture. `test` is the condition under which the case
    is taken when those before it are not, None where it always is."""

    values: tuple[ValueId, ...]
    classes: tuple[ValueId, ...]
    irrefutable: bool
    guard: Optional[ValueId]
    body: Block
    calls: tuple[ValueId, ...]
    span: Span
    test: Optional[ValueId] = None


class Match(NamedTuple):
    subject: ValueId
    cases: tuple[Case, ...]
    calls: tuple[ValueId, ...]
    span: Span


class Delete(NamedTuple):
    """`del`: the values of attribute and item targets that are removed (their bases)."""

    targets: tuple[ValueId, ...]
    calls: tuple[ValueId, ...]
    span: Span


Statement = Union[
    Expr, Bind, StoreAttr, StoreItem, Return, Raise, Assert, Break, Continue, If, While, For,
    Try, With, Match, Delete,
]  # fmt: skip
Block = tuple[Statement, ...]


# ---------------------------------------------------------------------------------- definitions


class Parameter(NamedTuple):
    """`kind`: "positional" (positional-only), "normal", "args" (*args), "keyword" (keyword-only)
    or "kwargs" (**kwargs)."""

    name: str
    kind: str
    default: Optional[ValueId]
    annotation: Optional[ValueId]


class Function(NamedTuple):
    """`parent` is the enclosing function's number (0: module level), `cls` the class whose body
    holds it directly. `bindings` maps each local to every value ever bound to it (for closures).
    `returns`, `yields`, `calls` list what stands anywhere in the body, nested functions apart.
    The span is that of the name (for a lambda: of the whole expression); `body_span` covers the
    whole definition, decorators included."""

    number: int
    name: str
    qualname: str
    parent: int
    cls: Optional[int]
    params: tuple[Parameter, ...]
    decorators: tuple[ValueId, ...]
    annotation: Optional[ValueId]
    is_async: bool
    body: Block
    bindings: dict[str, tuple[ValueId, ...]]
    returns: tuple[ValueId, ...]
    yields: tuple[ValueId, ...]
    calls: tuple[ValueId, ...]
    span: Span
    body_span: Span


class Class(NamedTuple):
    """`attributes` maps each name bound in the class body to its last value (methods included,
    decorated); `annotations` keeps the order of annotated names, as dataclass fields need."""

    number: int
    name: str
    qualname: str
    parent: int
    bases: tuple[ValueId, ...]
    keywords: tuple[tuple[str, ValueId], ...]
    decorators: tuple[ValueId, ...]
    attributes: dict[str, ValueId]
    annotations: dict[str, ValueId]
    span: Span
    body_span: Span


class Store(NamedTuple):
    """A `StoreAttr` anywhere in the file, with the function that makes it."""

    function: int
    base: ValueId
    name: str
    value: ValueId
    annotation: Optional[ValueId]
    span: Span


class Summary(NamedTuple):
    """One file. `owners[i]` is the number of the function whose code makes value i, `spans[i]`
    its source range. `globals` maps each module-level name to every value it can finally have:
    the version at the module's end (a Phi is split into its operands), then those bound in
    functions that declare it global. `star_imports` are the modules of `from m import *`.
    `handlers[n]` is the type value of handler n and the function that holds it.
    `line_starts` are the offsets at which lines begin."""

    path: str
    values: tuple[Value, ...]
    spans: tuple[Span, ...]
    owners: tuple[int, ...]
    functions: tuple[Function, ...]
    classes: tuple[Class, ...]
    globals: dict[str, tuple[ValueId, ...]]
    star_imports: tuple[Imported, ...]
    imports: tuple[Imported, ...]
    handlers: tuple[tuple[Optional[ValueId], int], ...]
    stores: tuple[Store, ...]
    line_starts: tuple[int, ...]
    suppression_comments: tuple[tuple[int, str], ...]
    """(offset, text) of every comment that holds `cl-lint:`."""
