"""Which files can matter: a scan of their bytes, before anything is parsed.

A file matters by itself when it names the vendor, sends requests, reads a clock or sets up
logging. Files that import one that has to do with requests may call it, and files that it imports
may hold the constant, the wrapper or the base class that it needs: both kinds are taken along.
What is left out is still lowered when a name leads to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import\b[ \t]*([^#\r\n]*)|import[ \t]+([^#\r\n]+))", re.MULTILINE
)
WORD = re.compile(rb"\w+")
CLOCKS = (
    b"datetime",
    b"strftime",
    b"localtime",
    b"ctime",
    b"asctime",
    b"pendulum",
    b"arrow",
    b"utcnow",
    b"now(",
    b"formatdate",
    b"time.time",
    b"timezone",
    b"whenever",
    b"Timestamp",
)
LOG_SETUPS = (
    b"basicConfig",
    b"Formatter",
    b"dictConfig",
    b"fileConfig",
    b"structlog",
    b"loguru",
    b"jsonlogger",
    b"logging.disable",
    b"setLevel",
    b".disabled",
    b"LOGGING",
)
KINDS = (
    b"tkinter",
    b"PySide",
    b"PyQt",
    b"import wx",
    b"kivy",
    b"toga",
    b"textual",
    b"flask",
    b"django",
    b"fastapi",
    b"starlette",
    b"sanic",
    b"celery",
    b"dramatiq",
    b"aiohttp",
    b"gi.repository",
    b"turtle",
)
REQUESTS = (
    b"requests",
    b"httpx",
    b"aiohttp",
    b"urllib",
    b"http.client",
    b"httplib2",
    b"niquests",
    b"oauth",
    b"session.",
    b".post(",
    b"jwt",
    b"jose",
    b"websocket",
    b"mqtt",
    b"mitel",
    b"Mitel",
    b"MITEL",
    b"cloudlink",
    b"CloudLink",
    b"Cloudlink",
    b"CLOUDLINK",
    b"cl-lint:",
)


def relevant(files: Mapping[str, bytes]) -> set[str]:
    """The names of the files to lower at once; others are lowered when a name leads to them."""
    seeds = {name for name, data in files.items() if _has(data, REQUESTS)}
    if not seeds:
        return set()
    imports = {name: _imported(name, data) for name, data in files.items()}
    by_last: dict[str, set[str]] = defaultdict(set)
    for name in files:
        by_last[_stem(name)].add(name)
    importers: dict[str, set[str]] = defaultdict(set)
    needs: dict[str, set[str]] = defaultdict(set)
    for name, words in imports.items():
        for word in words:
            for target in by_last.get(word, ()):
                if target != name:
                    importers[target].add(name)
                    needs[name].add(target)
    found = _closure(seeds, importers)
    found |= {
        n for n, data in files.items() if _has(data, CLOCKS) or _has(data, LOG_SETUPS) or _has(data, KINDS)
    }
    return _closure(found, needs)


def _has(data: bytes, words: Iterable[bytes]) -> bool:
    return any(word in data for word in words)


def _stem(name: str) -> str:
    """The last part of a module's name: that of the folder for a package."""
    pure = PurePosixPath(name)
    return pure.parent.name if pure.name == "__init__.py" else pure.stem


def _imported(name: str, data: bytes) -> set[str]:
    """Every word that an import statement of a file may mean a module by."""
    words: set[str] = set()
    for match in IMPORT.finditer(data):
        for part in match.groups():
            if part:
                words.update(w.decode("ascii", "ignore") for w in WORD.findall(part))
    if b"import (" in data:
        for match in re.finditer(rb"import[ \t]*\(([^)]*)\)", data):
            words.update(w.decode("ascii", "ignore") for w in WORD.findall(match[1]))
    if re.search(rb"from[ \t]+\.", data):
        parent = PurePosixPath(name).parent.name
        words.add(parent)
    return words


def _closure(start: set[str], edges: Mapping[str, set[str]]) -> set[str]:
    found = set(start)
    todo = list(start)
    while todo:
        for other in edges.get(todo.pop(), ()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found
