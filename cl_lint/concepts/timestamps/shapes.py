"""The text of a time: rendered for one sample instant, so that its form can be looked at."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

INSTANT: Final = dt.datetime(2026, 11, 23, 17, 34, 28, 212822)
"""The sample instant: no two of its fields look alike."""
UNKNOWN_FORM: Final = "\x01"
"""The text of a time under a format that is not known."""
OFFSET: Final = dt.timezone(dt.timedelta(hours=-5))

ISO = re.compile(
    r"(?<![\d-])(?:\d{4}-\d\d-\d\dT\d\d(?::\d\d(?::\d\d(?:[.,]\d+)?)?)?|\d{8}T\d{4}(?:\d\d(?:[.,]\d+)?)?)"
    r"(?P<zone>Z|\+00:?00)(?![\dA-Za-z:+\[])"
)
UNZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d|\d{8}T\d{4}")
DESIGNATOR = re.compile(r"(?:Z|[+-]00:?00|\bUTC|\bGMT)(?![\dA-Za-z])")
HOLE = "\x00"
FOLLOWING = re.compile(r"(?:[.,](?:\x00|\d+))?(?:Z|\+00:?00|\s?\(?(?:UTC|GMT)\)?)(?![\dA-Za-z:])")
HOUR_FIELDS = re.compile(r"(?:17|0?5)\D?34|T17|^179")
DATE_FIELDS = re.compile(r"23")
MONTH_FIELDS = re.compile(r"11|Nov")


def has_time(text: str) -> bool:
    """Whether the text tells hour and minute of the sample instant."""
    return UNKNOWN_FORM in text or bool(HOUR_FIELDS.search(text))


def has_date(text: str) -> bool:
    """Whether it tells month and day."""
    return bool(DATE_FIELDS.search(text) and MONTH_FIELDS.search(text))


def is_iso(text: str) -> bool:
    """ISO 8601, extended or basic, with a designator of UTC."""
    return bool(ISO.search(text))


def is_iso_without_zone(text: str) -> bool:
    return bool(UNZONED.search(text)) and not DESIGNATOR.search(text)


def is_designated(text: str) -> bool:
    """Whether the text says UTC in some way."""
    return bool(DESIGNATOR.search(text))


def extended(text: str, following: str) -> str:
    """The text with the designator right behind it, if there is one; a fraction before that belongs to it."""
    return text + designator(following).replace(HOLE, "212")


def designator(following: str) -> str:
    """The designator, and a fraction before it, with which a text begins."""
    match = FOLLOWING.match(following)
    return match[0] if match else ""


def strftime(form: str, zone: dt.tzinfo | None, of_time_module: bool = False) -> str:
    """The sample instant under a strftime format; "" where the format is no format."""
    form = form.replace("%:z", "+00:00" if zone is dt.timezone.utc else "-05:00" if zone else "")
    form = form.replace("%s", "1795455268")
    if of_time_module:
        form = form.replace("%f", "%%f")  # time.strftime has no fractions
    try:
        return INSTANT.replace(tzinfo=zone).strftime(form)
    except (ValueError, UnicodeError):
        return ""


LETTERS = re.compile(
    r"\[(?P<plain>[^\]]*)\]|\\(?P<escaped>.)|YYYY|YY|Q|MMMM|MMM|MM|M|DDDD|DDD|DD|Do|D|dddd|ddd|d|W|E|"
    r"HH|H|hh|h|mm|m|ss|s|S{1,9}|A|a|ZZ|Z|zz|z|X|x"
)
FIELDS = {
    "YYYY": "%Y",
    "YY": "%y",
    "MMMM": "%B",
    "MMM": "%b",
    "MM": "%m",
    "M": "%m",
    "DDDD": "%j",
    "DDD": "%j",
    "DD": "%d",
    "D": "%d",
    "Do": "%d",
    "dddd": "%A",
    "ddd": "%a",
    "d": "%w",
    "E": "%u",
    "HH": "%H",
    "H": "%H",
    "hh": "%I",
    "h": "%I",
    "mm": "%M",
    "m": "%M",
    "ss": "%S",
    "s": "%S",
    "A": "%p",
    "a": "%p",
    "W": "%G-W%V-%u",
    "Q": "4",
}


def letters(form: str, zone: dt.tzinfo | None, colon: str) -> str:
    """The sample instant under a format of letters (`YYYY-MM-DDTHH:mm:ssZ`), as loguru, pendulum and arrow
    write them; `colon` is the token whose offset has a colon ("Z" or "ZZ")."""
    offset = "+00:00" if zone is dt.timezone.utc else "-05:00" if zone is not None else ""

    def field(match: re.Match[str]) -> str:
        token = match[0]
        if match["plain"] is not None or match["escaped"] is not None:
            return match["plain"] if match["plain"] is not None else match["escaped"]
        if token in ("Z", "ZZ"):
            return offset if token == colon else offset.replace(":", "")
        if token in ("z", "zz"):
            return "UTC" if offset == "+00:00" else "EST"
        if token in ("X", "x"):
            return "1795455268"
        if token.startswith("S"):
            return "212822000"[: len(token)]
        return strftime(FIELDS[token], zone)

    return LETTERS.sub(field, form)
