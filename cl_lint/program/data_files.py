"""What the application reads from data files that lie in its project: TOML, JSON, YAML, INI, `.env`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from ..models.data_rows import DataReader, EnvironmentReader
from ..sources.data import variables
from ..syntax import summary as s
from ..syntax.traverse import children
from .values import Abstract, Data, Known, Obj, Ref, Unknown, Values

if TYPE_CHECKING:
    from .evaluate import Program

SUFFIXES = (".toml", ".json", ".yaml", ".yml", ".ini", ".cfg", ".conf", ".env")
ADDRESS = re.compile(r"^(?:https?|wss?)://[^\s/]+|^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?$")
WRITTEN_OUT = re.compile(r"[{\n=]")
"""What a text has that is the data itself, not the name of its file."""
DEPTH = 8
MAX_NODES, MAX_LEVELS = 4000, 16


class Files(Protocol):
    """The data files of a project."""

    def near(self, module_path: str, name: str) -> str | None:
        """The text of the file of that name as a module at `module_path` may mean it."""

    @property
    def environment(self) -> Mapping[str, str]:
        """What the project's files of environment variables set."""


class DataFiles:
    def __init__(self, program: Program, files: Files | None) -> None:
        self._program = program
        self._files = files
        self._parsed: dict[tuple[str, str], Abstract | None] = {}

    # -- the environment

    def variable(self, key: Abstract) -> list[Abstract]:
        """The address that a project's own file of environment variables gives to a variable; other
        values, secrets among them, are nobody's business here."""
        if self._files is None or not isinstance(key, Known) or not isinstance(key.value, str):
            return []
        value = self._files.environment.get(key.value, "")
        return [Known(value)] if ADDRESS.match(value) else []

    def asked(self, name: str, ref: Ref, node: s.Call) -> list[Abstract]:
        """The addresses that a call of a reader of the environment (`os.getenv("API_URL")`) can give."""
        if not node.args or self._program.models.row(EnvironmentReader, name) is None:
            return []
        return [found for key in self._program.at(ref, node.args[0].value) for found in self.variable(key)]

    # -- files that are read

    def read(self, name: str, ref: Ref, node: s.Call) -> Values:
        """What a call of a reader (`tomli.load(file)`, `yaml.safe_load(text)`) gives, where the file is
        one of the project's; empty for any other call."""
        row = self._program.models.row(DataReader, name) if self._files is not None else None
        if row is None or not node.args:
            return ()
        for value in self._program.at(ref, node.args[0].value):
            if isinstance(value, Known) and isinstance(value.value, str) and WRITTEN_OUT.search(value.value):
                loaded = _load(value.value, row.format)
                data = as_data(loaded) if isinstance(loaded, (dict, list)) else None
                if data is not None:
                    return (data,)
        for file in self.names_in(ref, node.args[0].value):
            data = self._data(ref.module.path, file, row.format)
            if data is not None:
                return (data, *self._program.unknown(ref))
        return ()

    def texts(self, ref: Ref) -> Iterator[str]:
        """The texts of the project's files that an expression names."""
        for name in self.names_in(ref, ref.vid):
            text = self._files.near(ref.module.path, name) if self._files is not None else None
            if text is not None:
                yield text

    def names_in(self, ref: Ref, vid: s.ValueId, depth: int = DEPTH) -> list[str]:
        """The names of data files in an expression and in what it is made of, nearest first."""
        if depth <= 0:
            return []
        module, frame = ref.module, ref.frame
        node = module.values[vid]
        if isinstance(node, s.Const):
            return [node.value] if isinstance(node.value, str) and node.value.endswith(SUFFIXES) else []
        found: list[str] = []
        if isinstance(node, (s.Call, s.Template, s.Binary, s.Sequence, s.BoolOp, s.Conditional, s.Entered)):
            for child in children(node):
                found += self.names_in(ref, child, depth - 1)
            if found:
                return found
        for value in self._program.eval(Ref(module, vid, frame)):
            if isinstance(value, Known) and isinstance(value.value, str) and value.value.endswith(SUFFIXES):
                found.append(value.value)
            site = value.site if isinstance(value, Obj) else None
            if site is not None and (site.module, site.vid) != (module, vid):
                found += self.names_in(site, site.vid, depth - 1)
        for inner in self._behind(ref, node) if not found else ():
            found += self.names_in(inner, inner.vid, depth - 1)
        return list(dict.fromkeys(found))

    def _behind(self, ref: Ref, node: s.Value) -> list[Ref]:
        """The expressions that make up what has no plain value: arguments, globals, parts."""
        module = ref.module
        if isinstance(node, s.Param):
            given = self._program.bound(ref.frame).parameters.get(node.name, ())
            return [value for value in given if isinstance(value, Ref)]
        if isinstance(node, s.GlobalName):
            frame = self._program.module_frame(module)
            return [Ref(module, vid, frame) for vid in module.summary.globals.get(node.name, ())]
        return [Ref(module, child, ref.frame) for child in children(node)]

    def _data(self, module_path: str, name: str, form: str) -> Abstract | None:
        question = (module_path, name)
        if question not in self._parsed:
            text = self._files.near(module_path, name) if self._files is not None else None
            loaded = _load(text, form) if text is not None else None
            self._parsed[question] = as_data(loaded) if isinstance(loaded, (dict, list)) else None
        return self._parsed[question]


# -- data as values


def item(base: Data, keys: Values) -> list[Abstract]:
    """What data holds under keys: any of its values for a key that is not known."""
    known = [key for key in keys if isinstance(key, Known)]
    if len(known) < len(keys) or not keys:
        return [value for _, value in base.entries]
    return [value for key, value in base.entries if key in known]


def as_data(loaded: object) -> Abstract | None:
    """Loaded data as a value; None where it is too large or too deep to be settings."""
    left = [MAX_NODES]
    try:
        return _convert(loaded, MAX_LEVELS, left)
    except OverflowError:
        return None


def _convert(loaded: object, levels: int, left: list[int]) -> Abstract:
    left[0] -= 1
    if left[0] < 0 or levels < 0:
        raise OverflowError
    if isinstance(loaded, dict):
        pairs = ((Known(k if isinstance(k, (str, int)) else str(k)), v) for k, v in loaded.items())
        return Data(tuple((k, _convert(v, levels - 1, left)) for k, v in pairs), True)
    if isinstance(loaded, list):
        return Data(tuple((Known(n), _convert(v, levels - 1, left)) for n, v in enumerate(loaded)), False)
    if loaded is None or isinstance(loaded, (str, bytes, int, float)):
        return Known(loaded)
    return Unknown(type(loaded).__name__)  # dates


def _load(text: str, form: str) -> object:
    """The data in a text; None where it cannot be read: what the application does then is its affair."""
    try:
        if form == "toml":
            return _toml(text)
        if form == "json":
            return json.loads(text)
        if form == "yaml":
            import yaml

            return yaml.safe_load(text)
        if form == "env":
            return variables(text)
    except (ValueError, RecursionError):
        return None
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "yaml":
            raise
    return None


def _toml(text: str) -> object:
    import tomli

    return tomli.loads(text)
