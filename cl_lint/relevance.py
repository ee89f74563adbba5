"""Which files can matter: a scan of their bytes, before anything is parsed.

A file matters when it names the vendor, or has to do with requests, tokens or errors and is connected by
imports with one that does; then those that import it may call it, and those that it imports may hold the
constant, the wrapper or the base class that it needs. Clocks and log set-ups matter everywhere. What is
left out is still lowered when a name leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cl_lint.imports import ImportGraph, closure
from cl_lint.models import Models
from cl_lint.models.auth_rows import GrantClass, Kind, Socket, TokenGrant, TokenReader
from cl_lint.models.retry_rows import Retry
from cl_lint.models.rows import Client, Request
from cl_lint.traces import Traces

VENDOR = (b"mitel", b"cloudlink")
SENDING = (Request, Client, TokenGrant, GrantClass, Socket, Retry, TokenReader)
# Packages that also do a thousand other things: the module is named too.
LARGE = frozenset({"http", "urllib", "django", "google", "azure", "tornado", "codecs"})
# What decides about errors and tokens without importing a library of ours.
CONNECTED = re.compile(
    rb"errorhandler|exception_handler|excepthook|logging\.disable|setLevel|\.disabled|LOGGING|b64decode"
)
# Words, not an expression: they are looked for in all files, and many times as fast.
LOG_SETUPS = (
    b"basicConfig",
    b"ormatter",
    b"dictConfig",
    b"fileConfig",
    b"structlog",
    b"loguru",
    b"addHandler",
    b"log_config",
    b"LOGGING",
    b"USE_TZ",
    b"TIME_ZONE",
    b"log_record_factory",
    b"setLogRecordFactory",
)
COMMENT = b"cl-lint:"
EVENT_HANDLER = re.compile(rb"^def (?:lambda_)?handler\(_?event\b", re.MULTILINE)
TESTS = re.compile(r"(?:^|/)(?:tests?|testing|test_\w+|\w+_test|conftest|docs?)(?:\.py$|/)")
SAMPLES = 3
"""Files kept of each kind of sign for the application's kind: one would do if a scan could not err."""


def relevant(
    files: Mapping[str, bytes], models: Models, hosts: Iterable[str] = (), everywhere: bool = False
) -> set[str]:
    """The names of the files to lower at once; others are lowered when a name leads to them.

    `hosts` are those of the API, and other words that stand for it; with `everywhere` any request may be a
    call of it.
    """
    words = (*VENDOR, *(host.lower().encode() for host in hosts))
    naming = {name for name, data in files.items() if _names(data.lower(), words)}
    if not naming and not everywhere:
        return set()
    graph = ImportGraph(files)
    around = set(files) if everywhere else graph.component(naming)
    packages = sending_packages(models)
    sending = {n for n in around if _imports(graph, n, packages) or CONNECTED.search(files[n])}
    found = closure(closure(naming | sending, graph.importers), graph.imported)
    found |= Traces(files, graph, models).all()
    found |= {n for n, data in files.items() if _names(data, (COMMENT, *LOG_SETUPS))}
    return found | _signs(files, graph, models)


def _names(data: bytes, words: Iterable[bytes]) -> bool:
    return any(word in data for word in words)


def sending_packages(models: Models) -> frozenset[str]:
    """The packages, or modules of large ones, that send requests, sign in, read tokens or retry."""
    found = set()
    for table in SENDING:
        for name in models.rows(table):
            parts = name.split(".")
            found.add(".".join(parts[:2]) if parts[0] in LARGE else parts[0])
    return frozenset(found)


def _imports(graph: ImportGraph, name: str, packages: frozenset[str]) -> bool:
    for imported in graph.of[name].names:
        parts = imported.split(".")
        if parts[0] in packages or ".".join(parts[:2]) in packages:
            return True
        if len(parts) == 1 and parts[0] in LARGE and any(p.startswith(f"{parts[0]}.") for p in packages):
            return True
    return False


def _signs(files: Mapping[str, bytes], graph: ImportGraph, models: Models) -> set[str]:
    """The first files that tell the kind of the application, of each sort of sign."""
    rows = models.rows(Kind)
    found: dict[object, list[str]] = {}
    for name in sorted(files):
        if TESTS.search(name):
            continue
        sorts = {_sort(imported, rows) for imported in graph.of[name].names}
        if EVENT_HANDLER.search(files[name]):
            sorts.add("handler")
        for sort in sorts - {None}:
            found.setdefault(sort, []).append(name)
    return {name for names in found.values() for name in names[:SAMPLES]}


def _sort(imported: str, rows: Mapping[str, Kind]) -> object:
    """What an import says of the kind."""
    if imported.split(".")[0] == "webbrowser":
        return "browser"
    while imported:
        if imported in rows:
            return rows[imported].kind, rows[imported].weak
        imported = imported.rpartition(".")[0]
    return None
