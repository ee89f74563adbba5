"""Where trials begin: the functions that may retry an API call, as they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Optional

from ...models.retry_rows import Retry
from ...models.rows import Request
from ...program import (
    Abstract,
    ClassRef,
    Closure,
    Container,
    External,
    Frame,
    FunctionKey,
    Instance,
    Known,
    Module,
    Obj,
    Partial,
    Ref,
    Unknown,
)
from ...syntax import summary as s
from ...syntax.traverse import calls_of, children, statements
from ..api_calls import ApiCall
from .activations import Activation
from .conversion import convert, of
from .emulation import emulate
from .expressions import value_of
from .functions import execute, rules_of
from .machine import Machine
from .things import Class, Func, Items, Made, Object, Sym, Table, Thing

if TYPE_CHECKING:
    from ..application import Application

PLAIN_DECORATORS = frozenset(
    [
        "property",
        "staticmethod",
        "classmethod",
        "cached_property",
        "abstractmethod",
        "override",
        "dataclass",
        "wraps",
        "lru_cache",
        "cache",
        "fixture",
    ]
)
RETRY_KEYWORDS = frozenset({"retry_options", "retries"})
FRAMES = 4
TARGETS = 12


@dataclass(frozen=True)
class Root:
    """A function in one frame, and the call that fails there."""

    frame: Frame
    target: tuple[Module, int]
    library: str
    call: Optional[ApiCall]

    def start(self, m: Machine) -> object:
        return begin(m, self.frame)


class Roots:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._reached: dict[FunctionKey, list[ApiCall]] = {}

    def all(self) -> Iterator[Root]:
        """Every root with every call that can fail in it."""
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                key = FunctionKey(module, function.number)
                targets = self._targets(key, function)
                if targets:
                    for frame in self._frames(key):
                        for target in targets[:TARGETS]:
                            yield Root(frame, *target)

    # -- what can fail

    def reached_by(self, key: FunctionKey) -> list[ApiCall]:
        if key not in self._reached:
            self._reached[key] = self._app.api_calls.reached_by(key)
        return self._reached[key]

    def _targets(
        self, key: FunctionKey, function: s.Function
    ) -> list[tuple[tuple[Module, int], str, Optional[ApiCall]]]:
        handed, sent = self._handed_over(key, function)
        calls = {c.ref: c for c in handed}
        if self._may_retry(key, function):
            calls.update({c.ref: c for c in self.reached_by(key)})
        found: list[tuple[tuple[Module, int], str, Optional[ApiCall]]] = [
            ((c.ref.module, c.ref.vid), c.library, c) for c in calls.values()
        ]
        return found + sent

    def _may_retry(self, key: FunctionKey, function: s.Function) -> bool:
        if not self.reached_by(key):
            return False
        if self._is_decorated(key) or self._is_task(key, function):
            return True
        own = [
            v for v in function.calls if self._app.api_calls.at(Ref(key.module, v, self._program.root(key)))
        ]
        if len(own) > 1 or any(self._asks(key.module, v) for v in own):
            return True
        return self._loops(key, function) or self._recurs(key)

    def _is_decorated(self, key: FunctionKey) -> bool:
        names = self._program.decorations(key)
        count = len(self._program.function(key).decorators)
        if not count or (len(names) == count and names <= PLAIN_DECORATORS):
            return False
        frame = self._program.root(key).closure or self._program.root(key)
        return any(
            self._may_wrap(Ref(key.module, vid, frame)) for vid in self._program.function(key).decorators
        )

    def _may_wrap(self, ref: Ref) -> bool:
        """Whether a decorator is the program's own, or one of a library that retries."""
        node = ref.module.values[ref.vid]
        if any(star.module.split(".")[0] in self._retrying for star in ref.module.summary.star_imports):
            return True
        values = [*self._program.eval(ref), *(self._program.callees(ref) if isinstance(node, s.Call) else ())]
        for value in values:
            if isinstance(value, (Closure, ClassRef, Instance, Partial)):
                return True
            name = (
                value.name if isinstance(value, External) else value.maker if isinstance(value, Obj) else ""
            )
            if name.split(".")[0] in self._retrying:
                return True
        return False

    @cached_property
    def _retrying(self) -> frozenset[str]:
        """The packages that bring retries about."""
        return frozenset(name.split(".")[0] for name in self._app.models.rows(Retry))

    def _is_task(self, key: FunctionKey, function: s.Function) -> bool:
        """`run` of a class that is a celery task."""
        from ...program import ClassKey

        if function.name != "run" or function.cls is None:
            return False
        return "celery.Task" in self._program.classes.external_bases(ClassKey(key.module, function.cls))

    def _asks(self, module: Module, vid: int) -> bool:
        node = module.values[vid]
        return isinstance(node, s.Call) and any(a.name in RETRY_KEYWORDS for a in node.args)

    def _loops(self, key: FunctionKey, function: s.Function) -> bool:
        """Whether a loop of the function reaches an API call."""
        frame = self._program.root(key)
        for statement in key.module.statements(key.number):
            if isinstance(statement, (s.While, s.For)):
                inside = [c for st in statements(statement.body) for c in calls_of(st)]
                reaching = [
                    c
                    for c in (*statement.calls, *inside)
                    if self._app.api_calls.reached(Ref(key.module, c, frame))
                ]
                if reaching and not (
                    isinstance(statement, s.For) and self._goes_through(statement, reaching, frame)
                ):
                    return True
        return False

    def _goes_through(self, loop: s.For, calls: list[s.ValueId], frame: Frame) -> bool:
        """Whether a loop makes its calls for each of some things (not for each of some numbers): no
        two of them are the same request."""
        module = frame.function.module
        for value in self._program.eval(Ref(module, loop.iterable, frame)):
            if isinstance(value, Container):
                node = value.ref.module.values[value.ref.vid]
                items = [i.value for i in node.items] if isinstance(node, s.Sequence) else []
                given = [Ref(value.ref.module, vid, value.ref.frame) for vid in items]
                if not items or not all(self._is_thing(v) for g in given for v in self._program.eval(g)):
                    return False
            elif not isinstance(value, Unknown):
                return False
        node = module.values[loop.iterable]
        if isinstance(node, s.Call) and isinstance(module.values[node.func], s.GlobalName):
            return False
        return all(_depends(module, vid, loop.iterable) for vid in calls)

    @staticmethod
    def _is_thing(value: Abstract) -> bool:
        return not isinstance(value, Known) or isinstance(value.value, str)

    def _recurs(self, key: FunctionKey) -> bool:
        paths = self._app.api_calls.paths
        frames = paths.below(self._program.root(key))
        return any(inner.function == key for frame in frames for inner in paths.called(frame))

    def _handed_over(
        self, key: FunctionKey, function: s.Function
    ) -> tuple[list[ApiCall], list[tuple[tuple[Module, int], str, Optional[ApiCall]]]]:
        """API calls of functions that are handed to something else (a retrying object, a queue),
        and request functions that are."""
        frame = self._program.root(key)
        calls: list[ApiCall] = []
        sent: list[tuple[tuple[Module, int], str, Optional[ApiCall]]] = []
        for vid in function.calls:
            node = key.module.values[vid]
            if not isinstance(node, s.Call) or not node.args:
                continue
            func = key.module.values[node.func]
            if isinstance(func, s.Attr) and func.name == "retry_with":
                calls += self._behind(Ref(key.module, func.base, frame))
            for arg in node.args[:3]:
                inner = key.module.values[arg.value]
                if isinstance(inner, (s.GlobalName, s.Attr, s.FreeName, s.FunctionValue, s.Imported)):
                    ref = Ref(key.module, arg.value, frame)
                    calls += self._behind(ref)
                    sent += self._requests(ref, Ref(key.module, vid, frame))
        return calls, sent

    def _behind(self, ref: Ref) -> list[ApiCall]:
        """The API calls of a function that is handed over, and requests whose URL it is given."""
        found: list[ApiCall] = []
        for value in self._program.eval(ref):
            if isinstance(value, Closure):
                found += self.reached_by(value.function)
                for frame in self._app.api_calls.paths.below(self._program.root(value.function)):
                    found += self._open.get(frame.function, [])
        return found

    @cached_property
    def _open(self) -> dict[FunctionKey, list[ApiCall]]:
        """Requests whose URL is not known where they are written, by function."""
        found: dict[FunctionKey, list[ApiCall]] = defaultdict(list)
        for call in self._app.api_calls.open:
            found[call.function].append(call)
        return found

    def _requests(self, function: Ref, call: Ref) -> list[tuple[tuple[Module, int], str, Optional[ApiCall]]]:
        """`retrying(requests.get, url)`: the request function goes to something else."""
        for value in self._program.eval(function):
            row = self._app.models.row(Request, value.name) if isinstance(value, External) else None
            if row is not None and not row.builder and self._app.api_calls.at(call) is None:
                args = self._program.arguments(call)
                urls = [v for g in args.positional[1:] for v in self._program.eval_given(g)]
                if any(self._app.api_calls.is_api(u) for u in urls):
                    return [((call.module, call.vid), row.library, None)]
        return []

    # -- how it is called

    def _frames(self, key: FunctionKey) -> list[Frame]:
        """Frames of a function that differ in what decides about retries."""
        wrapped = self._as_wrapper.get(key, [])
        callers = wrapped or [
            f for f in self._program.callers(key) if f.call is None or f.call.frame.function != key
        ]
        distinct: dict[object, Frame] = {}
        for frame in callers:
            distinct.setdefault(self._settings(key, frame), frame)
        found = list(distinct.values())[:FRAMES] or [self._program.root(key)]
        return found + [v for frame in found for v in self._in_subclasses(frame)][:FRAMES]

    def _in_subclasses(self, frame: Frame) -> list[Frame]:
        """A frame in which any instance of a class is at work, for each class below that has something of
        its own in place of what the function, or its caller, asks of the instance."""
        call = frame.call
        outer = call.frame if call is not None else frame
        receiver = outer.receiver
        if not isinstance(receiver, Instance) or receiver.site is not None:
            return []
        asked = {
            node.name
            for key in {frame.function, outer.function}
            for _, node in key.module.of(s.Attr)
            if isinstance(key.module.values[node.base], s.Param)
        }
        program, found = self._program, []
        for cls in program.classes.subclasses(receiver.cls):
            if asked.isdisjoint(program.classes.summary(cls).attributes):
                continue
            own = program.frames.make(outer.function, None, Instance(cls), outer.closure)
            if call is None:
                found.append(own)
            else:
                inner = program.called_frames(Ref(call.module, call.vid, own))
                found += [f for f in inner if f.function == frame.function]
        return found

    def _settings(self, key: FunctionKey, frame: Frame) -> object:
        from .activations import joins

        found: list[object] = [frame.closure, frame.receiver]
        for param in self._program.function(key).params:
            vid = joins(key.module).params.get((key.number, param.name))
            if vid is not None and param.kind not in ("args", "kwargs"):
                values = self._program.eval(Ref(key.module, vid, frame))
                plain = [v.value for v in values if isinstance(v, Known) and not isinstance(v.value, str)]
                found.append((param.name, tuple(plain)))
        return tuple(found)

    @cached_property
    def _as_wrapper(self) -> dict[FunctionKey, list[Frame]]:
        """Frames of the functions that decorators of the program put in place of others."""
        found: dict[FunctionKey, list[Frame]] = defaultdict(list)
        program = self._program
        for module in list(program.table.loaded()):
            for function in module.summary.functions:
                for vid in _applications(module, function) if function.decorators else ():
                    ref = Ref(module, vid, program.root(FunctionKey(module, function.parent)))
                    for value in program.eval(ref):
                        if isinstance(value, Closure) and value.function.number != function.number:
                            found[value.function].append(program.frame_of(value, None))
        return dict(found)


def _applications(module: Module, function: s.Function) -> list[s.ValueId]:
    """The calls of a function's decorators with the function."""
    wanted = set(function.decorators)
    return [
        vid
        for vid, node in enumerate(module.values)
        if isinstance(node, s.Call) and node.func in wanted and len(node.args) == 1
    ]


def _depends(module: Module, call: s.ValueId, iterable: s.ValueId) -> bool:
    """Whether what a call is given is made of the item of a loop."""
    todo, seen = [call], set()
    while todo:
        vid = todo.pop()
        node = module.values[vid]
        if isinstance(node, s.Element) and node.iterable == iterable:
            return True
        if vid not in seen:
            seen.add(vid)
            todo += children(node)
    return False


# ------------------------------------------------------------------------------------- beginning


def begin(m: Machine, frame: Frame) -> object:
    """Runs a function in a frame, under the rules that decorate it."""
    key = frame.function
    function = m.program.function(key)
    receiver = of(m, frame.receiver) if frame.receiver is not None else None
    around = m.still(frame.closure) if frame.closure is not None else None
    func = Func(key, around, receiver)
    rules = rules_of(m, func)
    rule = _class_task(m, receiver, function)
    rules = [*rules, rule] if rule is not None else rules
    bound = next((r for r in rules if getattr(r, "binds", False)), None)

    def run() -> Thing:
        act = entered(m, frame, around, receiver)
        if bound is not None:
            first = function.params[1 if function.cls is not None else 0].name if function.params else ""
            if isinstance(receiver, Object):
                receiver.attrs["request"] = bound.task(m).attrs["request"]
            else:
                act.params[first] = bound.task(m)
        return execute(m, act, function)

    work = run
    for one in reversed(rules):
        work = partial(emulate, m, one, work)
    return work()


def _class_task(m: Machine, receiver: Thing, function: s.Function) -> Thing:
    """The rule of a task that is a class."""
    from .libraries.queues import CeleryRule
    from .trials import Construct

    if function.name != "run" or not isinstance(receiver, Object):
        return None
    if "celery.Task" not in m.program.classes.external_bases(receiver.key):
        return None
    spot = (receiver.key.module, m.program.classes.summary(receiver.key).span)
    made = Made("celery.Task", [], {}, spot, {"class": Class(receiver.key)})
    return CeleryRule(Construct("celery", spot), made, True)


def entered(m: Machine, frame: Frame, around: Optional[Activation], receiver: Thing) -> Activation:
    """An activation with the parameters as the frame's caller (or any caller) gives them."""
    key = frame.function
    act = Activation(key, frame, around, live=True)
    act.on_yield = lambda thing: None
    function = m.program.function(key)
    for index, param in enumerate(function.params):
        vid = m.param_vid(key, param.name)
        if index == 0 and receiver is not None and not m.program.is_static(key):
            act.params[param.name] = receiver
        elif param.default is not None and frame.call is None and not _is_called(m, key):
            act.params[param.name] = value_of(m, around or m.module(key.module), param.default)
        elif vid is None:
            act.params[param.name] = Sym(("param", key, param.name))
        else:
            values = m.program.eval(Ref(key.module, vid, frame))
            act.params[param.name] = _given(convert(m, values, ("param", key, param.name)), param, key)
    return act


def _is_called(m: Machine, key: FunctionKey) -> bool:
    """Whether anything but the function itself calls it."""
    return any(f.call is None or f.call.frame.function != key for f in m.program.callers(key))


def _given(thing: Thing, param: s.Parameter, key: FunctionKey) -> Thing:
    if param.kind == "args":
        return thing if isinstance(thing, Items) else Items("tuple", [], open=True)
    if param.kind == "kwargs":
        return thing if isinstance(thing, Table) else Table({}, open=True)
    return thing


__all__ = ["Instance", "Root", "Roots", "begin"]
