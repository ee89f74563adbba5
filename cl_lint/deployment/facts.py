"""What a registration must hold: `rules/registration.toml`, read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cl_lint.catalog import rules_folder
from cl_lint.rule_page import Table, parse_toml

FORMS = ("e-mail", "digits", "guid", "client-id", "text", "url", "app", "true")
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_FILE = "registration.toml"


@dataclass(frozen=True)
class Variable:
    """A variable of the environment. `form` is one of `FORMS`, empty for a secret. A variable with `is_mark`
    is the vendor's own: where it stands, the environment is one of a registration."""

    key: str
    what: str
    form: str
    is_secret: bool
    is_optional: bool
    is_mark: bool


@dataclass(frozen=True)
class Request:
    """A request of the collection; `path` follows the address in the variable `base`."""

    name: str
    method: str
    base: str
    path: tuple[str, ...]
    has_body: bool


@dataclass(frozen=True)
class BodyMember:
    key: str
    what: str
    form: str


@dataclass(frozen=True)
class Facts:
    name: str  # of the vendor's environment and collection
    portal_member: str  # the member of the body that is there exactly where the portal is used
    variables: tuple[Variable, ...]
    requests: tuple[Request, ...]
    members: tuple[BodyMember, ...]
    placeholder: re.Pattern[str]
    secret_name: re.Pattern[str]
    harmless_name: re.Pattern[str]

    def variable(self, key: str) -> Variable | None:
        return next((each for each in self.variables if each.key == key), None)

    def names_secret(self, name: str) -> bool:
        """Whether values under this name are passwords or tokens."""
        return bool(self.secret_name.search(name)) and not self.harmless_name.search(name)

    def is_placeholder(self, value: str) -> bool:
        """Whether nobody has filled in this value yet."""
        return bool(self.placeholder.fullmatch(value.strip()))


@cache
def load_facts() -> Facts:
    """The facts that belong to this version; raises `CatalogError` if they are damaged."""
    return read_facts((rules_folder() / _FILE).read_text(encoding="utf-8"))


def read_facts(text: str) -> Facts:
    """The facts in the text of a TOML file; raises `CatalogError` naming the table and the problem."""
    table = Table(parse_toml(text, _FILE), _FILE)
    placeholders = Table(table.table("placeholders"), f"{_FILE}, placeholders")
    secrets = Table(table.table("secrets"), f"{_FILE}, secrets")
    facts = Facts(
        name=table.text("name"),
        portal_member=table.text("portal-member"),
        variables=tuple(_variable(row) for row in table.tables("variable")),
        requests=tuple(_request(row) for row in table.tables("request")),
        members=tuple(_member(row) for row in table.tables("member")),
        placeholder=_pattern(
            "|".join(f"(?:{each})" for each in placeholders.texts("patterns")), placeholders
        ),
        secret_name=_pattern("|".join(secrets.texts("names")), secrets),
        # An ending counts as a word of its own: `tokenUrl`, `token_url`, `url`, but not `curl`.
        harmless_name=_endings(secrets.texts("harmless"), secrets),
    )
    for each in (table, placeholders, secrets):
        each.finish()
    return facts


def _variable(row: Mapping[str, object]) -> Variable:
    table = Table(row, f"{_FILE}, variable {row.get('key')}")
    is_secret = table.take("secret", False) is True
    variable = Variable(
        key=table.text("key"),
        what=table.text("what"),
        form="" if is_secret else table.choice("form", FORMS),
        is_secret=is_secret,
        is_optional=table.take("optional", False) is True,
        is_mark=table.take("mark", False) is True,
    )
    table.finish()
    return variable


def _request(row: Mapping[str, object]) -> Request:
    table = Table(row, f"{_FILE}, request {row.get('name')}")
    request = Request(
        name=table.text("name"),
        method=table.choice("method", _METHODS),
        base=table.text("base"),
        path=tuple(table.text("path").split("/")),
        has_body=table.take("body", False) is True,
    )
    table.finish()
    return request


def _member(row: Mapping[str, object]) -> BodyMember:
    table = Table(row, f"{_FILE}, member {row.get('key')}")
    member = BodyMember(table.text("key"), table.text("what"), table.choice("form", FORMS))
    table.finish()
    return member


def _endings(words: tuple[str, ...], table: Table) -> re.Pattern[str]:
    spelled = "|".join(f"(?:^|[_. -]){word}s?|{word.capitalize()}s?|{word.upper()}" for word in words)
    return _pattern(f"(?:{spelled})$", table, re.NOFLAG if hasattr(re, "NOFLAG") else 0)


def _pattern(text: str, table: Table, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    try:
        return re.compile(text, flags)
    except re.error as error:
        raise table.error(f"no regular expression: {error}") from error
