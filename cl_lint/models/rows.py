"""The rows of model files, one class per table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    name: str


@dataclass(frozen=True)
class Type(Row):
    """A class of a library; calling it makes an instance. `aliases` are other qualified names of
    it, also functions that only make it; methods are looked up in `bases` too."""

    aliases: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Returns(Row):
    """A function or method that gives an object of a type."""

    type: str


@dataclass(frozen=True)
class Attribute(Row):
    """An attribute that is an object of a type."""

    type: str


@dataclass(frozen=True)
class Items(Row):
    """A type that is unpacked into items of these types; "" where the item's type is nothing."""

    types: tuple[str, ...]


@dataclass(frozen=True)
class Request(Row):
    """A call that sends an HTTP request. Argument positions count from 0, without self; -1: not
    an argument. `method` is the HTTP method, "" where `method_arg` says it. `raises` is true
    where an error status raises by itself. `response` is the type of the answer when
    `[[returns]]` does not say it. `builder` rows only make a request object that another call
    sends (`sender` rows take it as argument 0)."""

    library: str
    method: str = ""
    method_arg: int = -1
    url: int = 0
    url_keyword: str = "url"
    headers: int = -1
    raises: bool = False
    builder: bool = False
    sender: bool = False
    host_of_client: bool = False


@dataclass(frozen=True)
class Client(Row):
    """A type that sends requests: which constructor arguments set what for all of them. Positions
    as in Request. `join` is how a path is joined to the base: "append", "urljoin" or "host"."""

    library: str
    base_url: int = -1
    base_url_keyword: str = "base_url"
    join: str = "append"
    headers_attribute: str = "headers"
    raise_keyword: str = ""
    hooks_keyword: str = ""
    transport_keywords: tuple[str, ...] = ()
    mount: str = ""


@dataclass(frozen=True)
class Response(Row):
    """Attributes and methods of a response type. `truth` is "ok" where bool() means success."""

    library: str
    status: tuple[str, ...] = ()
    ok: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    header_methods: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()
    truth: str = "always"
    lower_headers: bool = False
    is_body: bool = False


@dataclass(frozen=True)
class Error(Row):
    """An exception class of a library. `kind`: "status" (an error status made it), "transport"
    (no answer came), "any" (may be either), "other" (no failure of the API). `carries` is true
    where a response is reachable: through `response` (an attribute) or by its own attributes. `inner` names
    the attribute and then the method that give the error in whose place it is raised."""

    library: str
    kind: str
    bases: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    carries: bool = False
    response: str = ""
    status: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failures(Row):
    """What the requests of a library (the row's name) raise: `status` where an error status is
    made an exception, `transport` where no answer comes. `url_in_text` is true where the text of
    the library's errors holds the URL."""

    status: tuple[str, ...] = ()
    transport: tuple[str, ...] = ()
    url_in_status_text: bool = False
    url_in_transport_text: bool = False


@dataclass(frozen=True)
class Log(Row):
    """A call that writes a log record. `level` is the name of its level, "" where `level_arg`
    (position) says it, "dynamic" where it cannot be known. `traceback` is true where the current
    exception is logged with it."""

    library: str
    level: str = ""
    level_arg: int = -1
    level_keyword: str = "level"
    traceback: bool = False


@dataclass(frozen=True)
class Binder(Row):
    """A method that gives a logger with fields bound to it (`bind`, `new`, LoggerAdapter …);
    `scope` is "logger" or "context" (for all records from now on)."""

    library: str
    scope: str = "logger"


@dataclass(frozen=True)
class Output(Row):
    """A call that shows text without keeping it: print, sys.exit, traceback.print_exc …
    `ends` is true where it also ends the program or raises."""

    ends: bool = False
    traceback: bool = False


TABLES: dict[str, type[Row]] = {
    "type": Type,
    "returns": Returns,
    "attribute": Attribute,
    "items": Items,
    "request": Request,
    "client": Client,
    "response": Response,
    "error": Error,
    "failures": Failures,
    "log": Log,
    "binder": Binder,
    "output": Output,
}
