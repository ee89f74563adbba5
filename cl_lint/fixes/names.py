"""What names mean in one file: which import a name is from, and which names are free for use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import libcst as cst

from cl_lint.fixes.source import Source

SCOPES = (cst.Module, cst.FunctionDef, cst.Lambda, cst.ClassDef, cst.BaseComp)
FUNCTIONS = (cst.FunctionDef, cst.Lambda)
Scope = cst.CSTNode


@dataclass(frozen=True)
class Imported:
    """A name that an import statement binds: to `qualified`, in `scope`. `alias` is the part of the
    `statement` that does so."""

    qualified: str
    statement: cst.Import | cst.ImportFrom
    alias: cst.ImportAlias
    scope: Scope


@dataclass
class _Bindings:
    imports: dict[str, list[Imported]] = field(default_factory=lambda: defaultdict(list))
    others: dict[str, list[cst.CSTNode]] = field(default_factory=lambda: defaultdict(list))
    outer: set[str] = field(default_factory=set)  # `global` and `nonlocal`

    def binds(self, name: str) -> bool:
        return name in self.imports or name in self.others


class Names:
    """The bindings of all scopes of a file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._scopes: dict[int, _Bindings] = defaultdict(_Bindings)
        self.words: set[str] = set()  # every name in the file, bound or used
        for node in source.nodes:
            self._note(node)

    # -- questions

    def scopes(self, node: cst.CSTNode) -> Iterator[Scope]:
        """The scopes in which a name used at `node` is looked up, inner first."""
        inner: cst.CSTNode = node
        is_first = True
        for outer in self._source.above(node):
            if isinstance(outer, SCOPES) and self._is_inside(inner, outer):
                if is_first or not isinstance(outer, cst.ClassDef):
                    yield outer
                is_first = False
            inner = outer

    @staticmethod
    def _is_inside(part: cst.CSTNode, scope: Scope) -> bool:
        """Whether a direct part of a definition is evaluated in its scope, not around it."""
        if isinstance(scope, (cst.FunctionDef, cst.ClassDef)):
            return part is scope.body
        return not isinstance(scope, cst.Lambda) or part is scope.body

    def scope(self, node: cst.CSTNode) -> Scope:
        """The innermost scope of a node."""
        return next(self.scopes(node), self._source.tree)

    def bindings(self, name: str, node: cst.CSTNode) -> tuple[list[Imported], list[cst.CSTNode]]:
        """The imports, and the other nodes, that bind a name as it is seen at `node`."""
        for scope in self.scopes(node):
            known = self._scopes[id(scope)]
            if name in known.outer:
                continue
            if known.binds(name):
                return known.imports.get(name, []), known.others.get(name, [])
        return [], []

    def is_bound(self, name: str, node: cst.CSTNode) -> bool:
        """Whether a name means something of the file, as it is seen at `node`."""
        imports, others = self.bindings(name, node)
        return bool(imports or others)

    def imported(self, name: str, node: cst.CSTNode) -> Imported | None:
        """The import that a name seen at `node` is from; None where it is from elsewhere, too."""
        imports, others = self.bindings(name, node)
        if others or len({each.qualified for each in imports}) != 1:
            return None
        return imports[0]

    def qualified(self, node: cst.CSTNode) -> str:
        """The dotted name that an expression stands for by the imports; empty where it is another thing."""
        if isinstance(node, cst.Attribute):
            base = self.qualified(node.value)
            return f"{base}.{node.attr.value}" if base else ""
        if not isinstance(node, cst.Name):
            return ""
        found = self.imported(node.value, node)
        if found is not None:
            return found.qualified
        return "" if self.is_bound(node.value, node) else f"builtins.{node.value}"

    def all_imports(self) -> Iterator[tuple[str, Imported]]:
        """Every name that is imported anywhere in the file."""
        for known in self._scopes.values():
            for name, found in known.imports.items():
                for each in found:
                    yield name, each

    def loads(self, name: str, scope: Scope) -> Iterator[cst.Name]:
        """Where a name that `scope` binds is read."""
        for node in self._source.within(scope, cst.Name):
            if node.value == name and self._is_load(node):
                holder = next(
                    (each for each in self.scopes(node) if self._scopes[id(each)].binds(name)), None
                )
                if holder is scope:
                    yield node

    def _is_load(self, node: cst.Name) -> bool:
        parent = self._source.parent(node)
        if isinstance(parent, cst.Attribute):
            return node is parent.value
        if isinstance(parent, (cst.Arg, cst.Param)):
            return node is not getattr(parent, "keyword", None) and node is not getattr(parent, "name", None)
        return not isinstance(
            parent,
            (cst.AssignTarget, cst.ImportAlias, cst.AsName, cst.FunctionDef, cst.ClassDef, cst.NameItem),
        )

    # -- reading the file

    def _note(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.Name):
            self.words.add(node.value)
        if isinstance(node, (cst.Import, cst.ImportFrom)):
            self._note_import(node)
        elif isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            self._bind(node.name.value, node, self.scope(node))
        elif isinstance(node, cst.Param):
            owner = self._source.enclosing(node, *FUNCTIONS)
            if owner is not None:
                self._bind(node.name.value, node, owner)
        elif isinstance(node, (cst.Global, cst.Nonlocal)):
            self._scopes[id(self.scope(node))].outer.update(item.name.value for item in node.names)
        elif isinstance(node, (cst.MatchAs, cst.MatchStar)) and node.name is not None:
            self._bind(node.name.value, node, self.scope(node))
        elif isinstance(node, cst.MatchMapping) and node.rest is not None:
            self._bind(node.rest.value, node, self.scope(node))
        else:
            for target in _targets(node):
                self._note_target(target, node)

    def _note_target(self, target: cst.CSTNode, node: cst.CSTNode) -> None:
        if isinstance(target, cst.Name):
            scope = self.scope(node)
            if isinstance(node, cst.NamedExpr):  # a comprehension passes it on to the function around
                scope = next((s for s in self.scopes(node) if not isinstance(s, cst.BaseComp)), scope)
            elif isinstance(node, cst.CompFor):
                comprehension = self._source.enclosing(node, cst.BaseComp)  # type: ignore[type-abstract]
                scope = comprehension or scope
            self._bind(target.value, node, scope)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._note_target(element.value, node)

    def _bind(self, name: str, node: cst.CSTNode, scope: Scope) -> None:
        if name in self._scopes[id(scope)].outer:
            scope = self._source.tree
        self._scopes[id(scope)].others[name].append(node)

    def _note_import(self, statement: cst.Import | cst.ImportFrom) -> None:
        scope = self.scope(statement)
        known = self._scopes[id(scope)]
        if isinstance(statement.names, cst.ImportStar):
            return
        module = "" if isinstance(statement, cst.Import) else _module(statement)
        for alias in statement.names:
            dotted = _dotted(alias.name)
            name = alias.asname.name.value if alias.asname is not None else dotted.partition(".")[0]  # type: ignore[union-attr]
            if isinstance(statement, cst.ImportFrom):
                qualified = f"{module}.{dotted}"
            else:
                qualified = dotted if alias.asname is not None else name
            self.words.add(name)
            known.imports[name].append(Imported(qualified, statement, alias, scope))


def _module(statement: cst.ImportFrom) -> str:
    dots = "." * len(statement.relative)
    return dots + (_dotted(statement.module) if statement.module is not None else "")


def _dotted(node: cst.CSTNode) -> str:
    if isinstance(node, cst.Attribute):
        return f"{_dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""


def _targets(node: cst.CSTNode) -> list[cst.CSTNode]:
    if isinstance(node, cst.Assign):
        return [target.target for target in node.targets]
    if isinstance(node, (cst.AnnAssign, cst.AugAssign, cst.For, cst.CompFor, cst.NamedExpr)):
        return [node.target]
    if isinstance(node, (cst.WithItem, cst.ExceptHandler, cst.ExceptStarHandler)):
        name = node.asname if isinstance(node, cst.WithItem) else node.name
        return [name.name] if name is not None else []
    if isinstance(node, cst.Del):
        return [node.target]
    return []
