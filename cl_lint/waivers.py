"""Waivers: findings that somebody answers for until a day, as the configuration lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone

from cl_lint.policy import nearest
from cl_lint.rule_page import Rule
from cl_lint.selection import resolve
from cl_lint.sources.ignoring import is_pattern

KEYS = ("rule", "path", "reason", "by", "expires")


@dataclass(frozen=True)
class Waiver:
    """Findings of `codes` in files that the gitignore pattern `path` matches (relative to the root) are
    waived up to and including the day `expires` (UTC). `rule` is what the file says for `codes`."""

    rule: str
    codes: frozenset[str]
    path: str
    reason: str
    by: str
    expires: date

    def has_ended(self, day: date) -> bool:
        """Whether it no longer holds on this day."""
        return self.expires < day


def read_waivers(value: object, rules: Mapping[str, Rule]) -> tuple[Waiver, ...]:
    """The waivers of a configuration; every key is required. Raises `ValueError`, a line for each problem."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise ValueError(f"expected tables [[waivers]], not {value!r}")
    problems: list[str] = []
    waivers = []
    for number, row in enumerate(value, 1):
        try:
            waivers.append(_read(row, rules))
        except ValueError as error:
            problems += [f"number {number}: {line}" for line in str(error).splitlines()]
    if problems:
        raise ValueError("\n".join(problems))
    return tuple(waivers)


def _read(row: Mapping[str, object], rules: Mapping[str, Rule]) -> Waiver:
    problems = [f"unknown key {key!r}{nearest(key, KEYS)}" for key in row if key not in KEYS]
    problems += [f"missing key {key!r}" for key in KEYS if key not in row]
    texts: dict[str, str] = {}
    for key in ("rule", "path", "reason", "by"):
        text = row.get(key, "-")
        if isinstance(text, str) and text.strip():
            texts[key] = text.strip()
        else:
            problems.append(f"{key}: expected a text, not {text!r}")
    codes, expires = frozenset[str](), date.max
    try:
        codes = resolve([texts["rule"]], rules) if "rule" in row and "rule" in texts else codes
    except ValueError as error:
        problems.append(f"rule: {error}")
    if not is_pattern(texts.get("path", "*")):
        problems.append(f"path: {texts['path']!r} is no pattern that .gitignore knows")
    try:
        expires = _day(row["expires"]) if "expires" in row else expires
    except ValueError as error:
        problems.append(f"expires: {error}")
    if problems:
        raise ValueError("\n".join(problems))
    return Waiver(codes=codes, expires=expires, **texts)


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).date() if value.tzinfo else value.date()
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and len(value) == len("2027-03-31"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(f"expected a date such as 2027-03-31, not {value!r}")
