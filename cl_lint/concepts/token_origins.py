"""Whose token a value is: CloudLink's, another issuer's, or nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..findings import Confidence
from ..program import (
    Abstract,
    Container,
    External,
    FunctionKey,
    Instance,
    Module,
    Obj,
    Ref,
    Text,
    Unknown,
)
from ..syntax import summary as s
from ..syntax.traverse import statements

if TYPE_CHECKING:
    from .application import Application

KEYS = frozenset({"accesstoken", "refreshtoken", "idtoken"})
HINTS = ("mitel", "cloudlink")
TOKEN_WORDS = re.compile(r"token|jwt|bearer|assertion", re.IGNORECASE)
LOOKUPS = frozenset({"get", "pop", "setdefault", "getitem"})
SAME = frozenset(
    """
    encode decode strip lstrip rstrip removeprefix removesuffix replace lower get_secret_value reveal
    copy group
    """.split()
)
CUTS = frozenset({"split", "rsplit", "partition", "rpartition"})
WRAPPERS = frozenset(
    {"str", "bytes", "SecretStr", "cast", "bytearray", "ensure_str", "force_str", "force_bytes"}
)
SETTERS = frozenset({"set", "setex", "put", "put_nowait", "set_secret", "setItem"})
SOLE = ""
"""The key of what holds one value only."""

DEPTH = 14


class Origin(NamedTuple):
    """`issuer` is "cloudlink" or "other"; `text` says how it is known; `ref` where the token comes from."""

    issuer: str
    text: str
    ref: Ref | None
    confidence: Confidence


class TokenOrigins:
    """Answers whose token a value is. One serves one application."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    def of(self, ref: Ref) -> Origin | None:
        """The origin of a token when it is CloudLink's, None when it is not, or not known to be."""
        found = self._origins(ref, frozenset(), DEPTH)
        ours = [o for o in found if o.issuer == "cloudlink"]
        if ours:
            return max(ours, key=lambda o: o.confidence.rank)
        if found:
            return None
        return self._by_name(ref)

    # -- by where it comes from

    def _origins(self, ref: Ref, seen: frozenset[Ref], depth: int) -> list[Origin]:
        if depth <= 0 or ref in seen:
            return []
        seen = seen | {ref}
        found: list[Origin] = self._at_node(ref, seen, depth)
        if found:
            return found
        for value in self._program.eval(ref):
            for inner in self._places(value):
                found += self._at_node(inner, seen, depth - 1) or self._as_bearer(inner)
            if isinstance(value, External):
                found += self._as_bearer(value.name)
        return found or self._as_bearer(ref)

    def _places(self, value: Abstract) -> list[Ref]:
        if isinstance(value, Unknown) and value.ref is not None:
            return [value.ref]
        if isinstance(value, Obj) and value.site is not None:
            return [value.site]
        if isinstance(value, Text):
            return [p.ref for p in value.parts if not isinstance(p, str) and p.ref is not None]
        return []

    def _at_node(self, ref: Ref, seen: frozenset[Ref], depth: int) -> list[Origin]:
        """Origins that the expression itself tells: an item of an answer, a part of a header value."""
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Item):
            keys = self._program.texts_at(Ref(ref.module, node.key, ref.frame))
            if keys:
                return self._keyed(ref, node.base, keys, seen, depth)
            key = ref.module.values[node.key]
            if isinstance(key, s.Slice) or (
                isinstance(key, (s.Const, s.Unary)) and self._is_cut(ref, node.base)
            ):
                return self._origins(Ref(ref.module, node.base, ref.frame), seen, depth - 1)
            return self._stored(ref, node.base, "*", seen, depth)
        if isinstance(node, s.Attr):
            return self._keyed(ref, node.base, {node.name}, seen, depth)
        if isinstance(node, s.Call):
            return self._at_call(ref, node, seen, depth)
        if isinstance(node, (s.Unpacked, s.Element)):
            inner = node.value if isinstance(node, s.Unpacked) else node.iterable
            if self._is_cut(ref, inner):
                return self._origins(Ref(ref.module, inner, ref.frame), seen, depth - 1)
        return []

    def _is_cut(self, ref: Ref, vid: s.ValueId) -> bool:
        """`text.split()` and the like by blanks: "Bearer x" taken apart, not the token."""
        node = ref.module.values[vid]
        func = ref.module.values[node.func] if isinstance(node, s.Call) else None
        if not isinstance(node, s.Call) or not isinstance(func, s.Attr) or func.name not in CUTS:
            return False
        separators = [ref.module.values[a.value] for a in node.args[:1]]
        return not any(isinstance(n, s.Const) and n.value in (".", b".") for n in separators)

    def _at_call(self, ref: Ref, node: s.Call, seen: frozenset[Ref], depth: int) -> list[Origin]:
        func = ref.module.values[node.func]
        if isinstance(func, s.Attr):
            if func.name == "get" and not node.args:
                return self._stored(ref, func.base, SOLE, seen, depth)
            if func.name in LOOKUPS and node.args:
                keys = self._program.texts_at(Ref(ref.module, node.args[0].value, ref.frame))
                return self._keyed(ref, func.base, keys or {"*"}, seen, depth)
            if func.name in SAME or (func.name in CUTS and self._is_cut(ref, ref.vid)):
                return self._origins(Ref(ref.module, func.base, ref.frame), seen, depth - 1)
        name = getattr(func, "name", None)
        if name in WRAPPERS and node.args:
            return self._origins(
                Ref(ref.module, node.args[-1 if name == "cast" else 0].value, ref.frame), seen, depth - 1
            )
        return []

    def _keyed(
        self, ref: Ref, base: s.ValueId, keys: Iterable[str], seen: frozenset[Ref], depth: int
    ) -> list[Origin]:
        """`base[key]`, `base.get(key)`, `base.key`: an item of a token answer, or of what was stored."""
        found: list[Origin] = []
        token_keys = [k for k in sorted(keys) if bare(k) in KEYS]
        if token_keys:
            values = self._program.eval(Ref(ref.module, base, ref.frame))
            values += tuple(v for kept in values for v in self._kept(kept))
            for issuer, site, confidence in self._app.issuers.answers(values):
                text = (
                    f"the {token_keys[0]} of a CloudLink answer"
                    if issuer == "cloudlink"
                    else "another issuer's answer"
                )
                found.append(Origin(issuer, text, site, confidence))
        for key in () if found else keys:
            found += self._stored(ref, base, key, seen, depth)
        return found

    # -- by what was stored under the same key

    def _stored(self, ref: Ref, base: s.ValueId, key: str, seen: frozenset[Ref], depth: int) -> list[Origin]:
        if depth <= 2:
            return []
        found: list[Origin] = []
        for slot in self._slots_of(Ref(ref.module, base, ref.frame), key):
            for value in self._stores.get(slot, ()):
                found += self._origins(value, seen, depth - 2)
        return found

    def _kept(self, value: Abstract) -> list[Abstract]:
        """What was stored where a value is read from: `session["token"]`, with a whole answer in it."""
        if not isinstance(value, Unknown) or value.ref is None:
            return []
        ref, node = value.ref, value.ref.module.values[value.ref.vid]
        base, key = None, None
        if isinstance(node, s.Item):
            base, key = node.base, node.key
        elif isinstance(node, s.Call) and node.args:
            func = ref.module.values[node.func]
            if isinstance(func, s.Attr) and func.name in LOOKUPS:
                base, key = func.base, node.args[0].value
        if base is None or key is None:
            return []
        return [
            found
            for text in self._program.texts_at(Ref(ref.module, key, ref.frame))
            for slot in self._slots_of(Ref(ref.module, base, ref.frame), text)
            for stored in self._stores.get(slot, ())
            for found in self._program.eval(stored)
        ]

    def _slots_of(self, base: Ref, key: str) -> list[object]:
        """Names for the place that `base[key]` is; any item of a dict of the program's own is one place."""
        slots: list[object] = []
        for value in self._program.eval(base):
            if isinstance(value, Container):
                slots += [
                    ("container", value.ref.module, value.ref.vid, key),
                    ("container", value.ref.module, value.ref.vid, "*"),
                ]
            elif isinstance(value, External) and key != "*":
                slots.append(("external", value.name, key))
            elif isinstance(value, Obj) and value.site is not None and key != "*":
                slots.append(("object", value.site.module, value.site.vid, key))
        return slots

    @cached_property
    def _stores(self) -> dict[object, list[Ref]]:
        """Values assigned to items and attributes of things that outlive a function."""
        program = self._program
        found: dict[object, list[Ref]] = {}
        for module in list(program.table.loaded()):
            for slot, value in self._set_calls(module):
                found.setdefault(slot, []).append(value)
            for function in module.summary.functions:
                frame = program.root(FunctionKey(module, function.number))
                for statement in statements(function.body):
                    if isinstance(statement, s.StoreItem):
                        keys = program.texts_at(Ref(module, statement.key, frame)) or {"*"}
                    elif isinstance(statement, s.StoreAttr):
                        keys = {statement.name}
                    else:
                        continue
                    for key in keys:
                        for slot in self._slots_of(Ref(module, statement.base, frame), key)[:1]:
                            found.setdefault(slot, []).append(Ref(module, statement.value, frame))
        return found

    def _set_calls(self, module: Module) -> Iterator[tuple[object, Ref]]:
        """`cache.set(key, value)`, `variable.set(value)`: read again by `get`."""
        for vid, node in module.of(s.Call):
            func = module.values[node.func]
            if (
                not isinstance(node, s.Call)
                or not isinstance(func, s.Attr)
                or func.name not in SETTERS
                or not node.args
            ):
                continue
            frame = self._program.root(FunctionKey(module, module.summary.owners[vid]))
            keys = self._program.texts_at(Ref(module, node.args[0].value, frame)) if node.args[1:] else {SOLE}
            for key in keys:
                for slot in self._slots_of(Ref(module, func.base, frame), key)[:1]:
                    for arg in node.args[1:] or node.args:
                        yield slot, Ref(module, arg.value, frame)

    # -- by what is sent as the bearer of API calls

    def _as_bearer(self, place: Ref | str) -> list[Origin]:
        call = self._bearers.get(place if isinstance(place, str) else identity(self._app, place))
        if call is None:
            return []
        return [Origin("cloudlink", "what an API call sends as its bearer token", call[0], call[1])]

    @property
    def bearer_calls(self) -> list[Ref]:
        """The API calls that send a bearer token."""
        return list(dict.fromkeys(call for call, _ in self._bearers.values()))

    @cached_property
    def _bearers(self) -> dict[object, tuple[Ref, Confidence]]:
        """What API calls send as bearer, by identity, with a call that does."""
        app = self._app
        found: dict[object, tuple[Ref, Confidence]] = {}
        for call in app.api_calls.all:
            for context in app.api_calls.contexts(call):
                for given in app.sent_headers.of(context, "authorization").values:
                    for value in self._program.eval_given(given):
                        for key in self._holes(value):
                            found.setdefault(key, (call.ref, call.confidence))
        return found

    def _holes(self, value: Abstract) -> Iterable[object]:
        if isinstance(value, Text):
            first = value.parts[0]
            if isinstance(first, str) and first.strip().lower() not in ("bearer", ""):
                return
            for part in value.parts:
                if not isinstance(part, str):
                    yield identity(self._app, part.ref) if part.ref is not None else part.name
        elif isinstance(value, Unknown) and value.ref is not None:
            yield identity(self._app, value.ref)
        elif isinstance(value, Obj) and value.site is not None:
            yield identity(self._app, value.site)
        elif isinstance(value, External):
            yield value.name

    # -- by name

    def _by_name(self, ref: Ref) -> Origin | None:
        names = [self._program.spell(ref)]
        for value in self._program.eval(ref):
            if isinstance(value, (Unknown, External)):
                names.append(value.name)
            elif isinstance(value, Text):
                names += [p.name for p in value.parts if not isinstance(p, str)]
        for name in names:
            if says_cloudlink(name):
                return Origin("cloudlink", f"named {name}", None, Confidence.MEDIUM)
        for name in self._bound_names(ref):
            if says_cloudlink(name):
                return Origin("cloudlink", f"named {name}", None, Confidence.MEDIUM)
        if (
            any(bare(segments(name)[-1]) in KEYS for name in names if segments(name))
            and not self._app.issuers.others
        ):
            return Origin(
                "cloudlink",
                "an access token of an application that has no other issuer",
                None,
                Confidence.MEDIUM,
            )
        return None

    @staticmethod
    def _bound_names(ref: Ref) -> Iterator[str]:
        """The variables that hold just this value: `cloudlink_token = header.removeprefix("Bearer ")`."""
        function = ref.module.summary.functions[ref.module.summary.owners[ref.vid]]
        for names in (function.bindings, ref.module.summary.globals):
            for name, vids in names.items():
                if ref.vid in vids:
                    yield name


def bare(name: str) -> str:
    """ "access_token" and "accessToken" are one name."""
    return name.lower().replace("_", "").replace("-", "")


def segments(name: str) -> list[str]:
    return [part for part in re.split(r"[.\[\]()\s]+", name) if part]


def says_cloudlink(name: str) -> bool:
    """Whether a spelled name says both CloudLink and token."""
    last = "_".join(segments(name)[-2:]).lower()
    return any(hint in last for hint in HINTS) and bool(TOKEN_WORDS.search(last))


def identity(app: Application, ref: Ref) -> object:
    """A key that is the same for expressions that name the same thing."""
    node = ref.module.values[ref.vid]
    if isinstance(node, (s.Param, s.FreeName)):
        return ("local", ref.module, node.function, node.name)
    if isinstance(node, (s.Formatted, s.Typed)):
        return identity(app, Ref(ref.module, node.value, ref.frame))
    if isinstance(node, s.GlobalName):
        return ("global", ref.module, node.name)
    if isinstance(node, s.Attr):
        owners = [
            v.cls for v in app.program.eval(Ref(ref.module, node.base, ref.frame)) if isinstance(v, Instance)
        ]
        return (
            "attribute",
            owners[0] if owners else identity(app, Ref(ref.module, node.base, ref.frame)),
            node.name,
        )
    if isinstance(node, s.Item):
        keys = app.program.texts_at(Ref(ref.module, node.key, ref.frame))
        key = min(keys) if keys else identity(app, Ref(ref.module, node.key, ref.frame))
        return ("item", identity(app, Ref(ref.module, node.base, ref.frame)), key)
    if isinstance(node, s.Imported):
        return ("imported", node.module, node.name)
    if isinstance(node, s.Call):
        func = ref.module.values[node.func]
        if isinstance(func, s.Attr) and func.name in SAME:
            return identity(app, Ref(ref.module, func.base, ref.frame))
    return ("value", ref.module, ref.vid)
