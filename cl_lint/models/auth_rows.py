"""Rows about signing in and kinds: what reads tokens, which OAuth call is which grant, what an import tells.

Argument positions count from 0, without self; -1: not a positional argument.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class Kind(Row):
    """An import (a package, a module or a name in one) that tells the kind of application: "client" or
    "server". `weak` imports count only where nothing else is imported that tells it."""

    kind: str
    weak: bool = False


@dataclass(frozen=True)
class TokenReader(Row):
    """A call that looks into a token at position `token` or under one of `keywords`. Without `decoder` it
    takes a whole token; with it, one part of a token: a base64 decoder."""

    token: int = 0
    keywords: tuple[str, ...] = ()
    decoder: bool = False


@dataclass(frozen=True)
class TokenGrant(Row):
    """A call of an OAuth library that fetches a token, or makes an object that will.

    `grant` is the grant type; "" where the class of the client object under `builder` (of the session's
    construction) says it, or the arguments: `grant_type`, else one of `code_keywords` (authorization_code),
    else one of `user_keywords` (password), else `default`. The token's address stands at `url` or under
    `url_keyword`, or under `client_url` in the session's construction. The client id stands at `client_id`
    or under one of `client_id_keywords` of that construction, or of the call itself where `own` is true.
    `optional_id` is true where the library may find the client id elsewhere."""

    grant: str = ""
    url: int = 0
    url_keyword: str = "url"
    client_url: str = ""
    code_keywords: tuple[str, ...] = ()
    user_keywords: tuple[str, ...] = ()
    default: str = ""
    client_id: int = 0
    client_id_keywords: tuple[str, ...] = ("client_id",)
    own: bool = False
    optional_id: bool = False
    builder: str = ""


@dataclass(frozen=True)
class GrantClass(Row):
    """A class of an OAuth library whose instances stand for one grant type."""

    grant: str
    client_id: int = 0


@dataclass(frozen=True)
class Issuer(Row):
    """A package whose import says that the application handles tokens of its own, or of another provider."""


@dataclass(frozen=True)
class BasicAuth(Row):
    """A call that makes HTTP Basic credentials of a user name (here the client id) and a password."""

    user: int = 0


@dataclass(frozen=True)
class Socket(Row):
    """A call that opens a WebSocket (or MQTT over one) to the address at `url` or under a keyword."""

    url: int = 0
    keywords: tuple[str, ...] = ("url", "uri", "hostname", "host")


AUTH_TABLES: dict[str, type[Row]] = {
    "kind": Kind,
    "token_reader": TokenReader,
    "token_grant": TokenGrant,
    "grant_class": GrantClass,
    "issuer": Issuer,
    "basic_auth": BasicAuth,
    "socket": Socket,
}
