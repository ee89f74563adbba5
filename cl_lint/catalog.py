"""The catalogue: the rules, the practices and the policy, read once from the `rules` folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cl_lint.policy import Policy, nearest
from cl_lint.rule_page import (
    KINDS,
    LEVELS,
    CatalogError,
    Example,
    ExampleFile,
    Rule,
    Table,
    parse_toml,
    read_page,
)

__all__ = [
    "KINDS",
    "LEVELS",
    "Catalog",
    "CatalogError",
    "Example",
    "ExampleFile",
    "Policy",
    "Practice",
    "Rule",
    "find_rule",
    "load_catalog",
    "nearest",
    "read_catalog",
    "render_index",
    "rules_digest",
    "rules_folder",
]

LINTER = "linter"
HOWS = ("analysis", "statement", "both")


@dataclass(frozen=True)
class Practice:
    """One thing the vendor asks for, in our words. `how` says what settles it."""

    id: str
    area: str
    title: str
    summary: str
    source: str  # the section of the vendor's text
    how: str
    rules: tuple[str, ...]
    levels: tuple[str, ...]
    exception_levels: tuple[str, ...]  # where the vendor allows an exception that the report shows
    question: str  # what a person has to state, if anything
    answered: tuple[str, ...] = ()  # rules whose findings a statement answers


@dataclass(frozen=True)
class Catalog:
    """All that `rules/` says, the library models apart. Rules are keyed and ordered by code."""

    rules: Mapping[str, Rule]
    practices: tuple[Practice, ...]
    policy: Policy


def rules_folder() -> Path:
    """Where pages, practices and models are: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "rules", package.parent / "rules"):
        if (folder / "practices.toml").is_file():
            return folder
    raise CatalogError(f"the rules folder is neither in {package} nor beside it; reinstall cl-lint")


@cache
def load_catalog() -> Catalog:
    """The catalogue that belongs to this version; raises `CatalogError` if it is damaged."""
    return read_catalog(rules_folder())


def read_catalog(folder: Path) -> Catalog:
    """The catalogue of a folder; raises `CatalogError` naming the page and the problem."""
    rules: dict[str, Rule] = {}
    settings: dict[str, tuple[str, Any]] = {}
    for path in sorted(folder.glob("CL*.md")):
        rule, owned = read_page(path.stem, path.read_text(encoding="utf-8"))
        if rule.code in rules:
            raise CatalogError(f"{path.stem}: {rules[rule.code].stem} has the same code")
        rules[rule.code] = rule
        _own(settings, path.stem, owned)
    where = "practices.toml"
    table = Table(parse_toml((folder / where).read_text(encoding="utf-8"), where), where)
    _own(settings, where, table.table("policy"))
    practices = tuple(_read_practice(row, where) for row in table.tables("practice"))
    table.finish()
    _check_references(rules, practices)
    return Catalog(rules, practices, _policy(settings))


def rules_digest() -> str:
    """Twelve hexadecimal digits that change with any page, table or model in the rules folder."""
    import hashlib

    folder, digest = rules_folder(), hashlib.sha256()
    for path in sorted((*folder.glob("CL*.md"), *folder.glob("*.toml"), *folder.glob("models/*.toml"))):
        data = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:12]


def find_rule(text: str) -> Rule:
    """The rule with this code, name, or both (`CL102-missing-correlation-id`), in any letter case.

    Raises `LookupError` with the nearest code or name.
    """
    rules = load_catalog().rules
    by_word = {word.lower(): rule for rule in rules.values() for word in (rule.code, rule.name, rule.stem)}
    found = by_word.get(text.strip().lower())
    if found is None:
        names = [word for rule in rules.values() for word in (rule.code, rule.name)]
        raise LookupError(f"no rule {text!r}{nearest(text.strip(), names)}")
    return found


def render_index(catalog: Catalog) -> str:
    """`rules/README.md`: every rule and every practice, in Markdown."""
    return "\n".join(_index_lines(catalog)) + "\n"


def _own(settings: dict[str, tuple[str, Any]], page: str, owned: Mapping[str, Any]) -> None:
    for key, value in owned.items():
        if key in settings:
            raise CatalogError(f"{page}: policy key {key!r} is owned by {settings[key][0]} already")
        settings[key] = (page, value)


def _policy(settings: Mapping[str, tuple[str, Any]]) -> Policy:
    try:
        return Policy.from_values({key: value for key, (_, value) in settings.items()})
    except ValueError as error:
        raise CatalogError(f"policy: {error}") from error


def _read_practice(row: Mapping[str, object], where: str) -> Practice:
    table = Table(row, f"{where}, practice {row.get('id')}")
    practice = Practice(
        id=table.text("id"),
        area=table.text("area"),
        title=table.text("title"),
        summary=table.text("summary"),
        source=table.text("source"),
        how=table.choice("how", HOWS),
        rules=table.texts("rules"),
        levels=table.choices("levels", LEVELS),
        exception_levels=table.choices("exception-levels", LEVELS, ()),
        question=table.text("question", ""),
        answered=table.texts("answered", ()),
    )
    table.finish()
    if practice.how != "analysis" and not practice.question:
        raise table.error("a practice that needs a statement has a question")
    if not set(practice.answered) <= set(practice.rules):
        raise table.error("answered: only rules of the practice")
    return practice


def _check_references(rules: Mapping[str, Rule], practices: tuple[Practice, ...]) -> None:
    by_id = {practice.id: practice for practice in practices}
    if len(by_id) < len(practices):
        raise CatalogError("practices.toml: two practices have the same id")
    for practice in practices:
        for code in practice.rules:
            if code not in rules:
                raise CatalogError(f"practices.toml, practice {practice.id}: rule {code} has no page")
    for rule in rules.values():
        home = by_id.get(rule.practice)
        if rule.practice != LINTER and (home is None or rule.code not in home.rules):
            raise CatalogError(f"{rule.stem}: practice {rule.practice!r} does not list the rule")


def _index_lines(catalog: Catalog) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Generated from the pages by `python -m cl_lint.catalog`; edit the pages, not this file."
    yield ""
    yield "| code | name | severity | levels | kinds | fix | what it reports |"
    yield "|---|---|---|---|---|---|---|"
    for rule in catalog.rules.values():
        levels, kinds = _listed(rule.levels, LEVELS), _listed(rule.kinds, KINDS)
        fix = "" if rule.fix == "none" else rule.fix
        link = f"[{rule.code}]({rule.stem}.md)"
        yield f"| {link} | {rule.name} | {rule.severity.value} | {levels} | {kinds} | {fix} | {rule.title} |"
    yield ""
    yield "## Practices"
    yield ""
    yield "| practice | asks | settled by | rules | levels |"
    yield "|---|---|---|---|---|"
    for practice in catalog.practices:
        how = {"both": "analysis and a statement", "statement": "a statement"}.get(practice.how, practice.how)
        codes = ", ".join(practice.rules)
        levels = _listed(practice.levels, LEVELS)
        yield f"| {practice.id} | {practice.title} | {how} | {codes} | {levels} |"


def _listed(values: tuple[str, ...], every: tuple[str, ...]) -> str:
    return "all" if values == every else ", ".join(values)


if __name__ == "__main__":
    sys.stdout.write(render_index(load_catalog()))
