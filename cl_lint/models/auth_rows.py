"""Rows about signing in: what reads tokens, which OAuth call is which grant, what tells the kind of application.

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
    """A call by which an OAuth library fetches a token.

    `grant` is the grant type, "" where the arguments say it: as `grant_type`, else by `code_keywords` and
    `user_keywords`, else `default`. The token's address stands at `url` or under `url_keyword`, or under
    that name in the client's construction. `client_id` is the position of the client id in the
    construction of the object that the call is made on (or in this very call, when `own` is true);
    `carries_id` is false where the call can be made without one. `builder` names the argument of that
    construction that holds a client object whose class says the grant."""

    grant: str = ""
    url: int = 0
    url_keyword: str = "url"
    code_keywords: tuple[str, ...] = ()
    user_keywords: tuple[str, ...] = ()
    default: str = ""
    client_id: int = 0
    client_id_keyword: str = "client_id"
    own: bool = False
    builder: str = ""


@dataclass(frozen=True)
class GrantClass(Row):
    """A class of an OAuth library whose instances stand for one grant type."""

    grant: str
    client_id: int = 0


@dataclass(frozen=True)
class AuthorizeCall(Row):
    """A call that forms the address of a sign-in page for a client id held by its object."""

    url: int = 0
    url_keyword: str = "url"


@dataclass(frozen=True)
class BasicAuth(Row):
    """A call that makes an Authorization header of a user name (the client id) and a password."""

    user: int = 0


AUTH_TABLES: dict[str, type[Row]] = {
    "kind": Kind,
    "token_reader": TokenReader,
    "token_grant": TokenGrant,
    "grant_class": GrantClass,
    "authorize_call": AuthorizeCall,
    "basic_auth": BasicAuth,
}
