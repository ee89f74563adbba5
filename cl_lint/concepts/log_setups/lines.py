"""Lines of the standard library's formatters: what a format makes of the time of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ..timestamps import shapes
from .stamps import NO_TIME, NUMBER, Stamp, of_sample, wrong, zone_of_clock

HOLE = "\x00"
DEFAULT_TIME = "%Y-%m-%d %H:%M:%S"
DEFAULT_MSEC = "%s,%03d"
PERCENT = re.compile(r"%\((?P<name>\w+)\)(?P<spec>[-#0 +]*\d*(?:\.\d+)?[a-zA-Z])|%%")
BRACE = re.compile(r"\{(?P<name>\w+)(?:[.\[][^{}:]*)?(?:![rsa])?(?::(?P<spec>[^{}]*))?\}")
DOLLAR = re.compile(r"\$(?:\{(?P<braced>\w+)\}|(?P<bare>\w+))")
NUMBERS = frozenset({"created", "relativeCreated"})


def time_text(datefmt: str | None, is_utc: bool, time_format: str | None, msec_format: str | None) -> str:
    """What `formatTime` of the standard formatter gives for the sample instant."""
    zone = zone_of_clock(is_utc)
    if datefmt:
        return shapes.strftime(datefmt, zone, of_time_module=True)
    text = shapes.strftime(time_format or DEFAULT_TIME, zone, of_time_module=True)
    if msec_format:
        try:
            return msec_format % (text, 212)
        except (TypeError, ValueError):
            return text
    return text


def names_in(fmt: str, style: str) -> list[str]:
    """The record attributes that a format shows."""
    found: list[str] = []
    fill(fmt, style, lambda name, spec: found.append(name) or "")  # type: ignore[func-returns-value]
    return found


def fill(fmt: str, style: str, value: Callable[[str, str], str]) -> str:
    """The format with each field replaced by `value(name, spec)`."""
    if style == "{":
        return BRACE.sub(lambda m: value(m["name"], m["spec"] or ""), fmt)
    if style == "$":
        return DOLLAR.sub(lambda m: value(m["braced"] or m["bare"], ""), fmt)
    return PERCENT.sub(lambda m: value(m["name"], m["spec"]) if m["name"] else "%", fmt)


def of_line(fmt: str, style: str, asctime: str, is_utc: bool, fields: Mapping[str, Stamp]) -> Stamp:
    """The judgement of a format whose `%(asctime)s` looks like `asctime`; `fields` are stamps that filters
    add under names of their own."""
    names = names_in(fmt, style)
    own = [fields[n] for n in names if n in fields]
    if own:
        return own[0]
    if "asctime" not in names:
        return wrong(NUMBER if "created" in names else NO_TIME)

    def shown(name: str, spec: str) -> str:
        if name == "asctime":
            return asctime
        if name == "msecs":
            return _milliseconds(spec, style)
        return HOLE

    line = fill(fmt, style, shown)
    return of_sample(_around(line, asctime), is_utc)


def _around(line: str, asctime: str) -> str:
    """The part of the line that the time stands in, up to the next field."""
    start = line.find(asctime)
    before = line.rfind(HOLE, 0, start) + 1
    end = line.find(HOLE, start + len(asctime))
    return line[before : end if end >= 0 else len(line)]


def _milliseconds(spec: str, style: str) -> str:
    try:
        return format(212.8, spec) if style == "{" else ("%" + spec) % 212.8
    except (TypeError, ValueError):
        return "212"
