"""URLs as texts with holes: host, path, service."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..program.texts import from_template, text_template
from ..program.values import Abstract, Hole, Known, Text

SCHEME = re.compile(r"^(?:https?|wss?)://", re.IGNORECASE)
HOLE = re.compile(r"[\U000F0000-\U000FFFFD]")
# `BASE + path`: after what ends as hosts do, something open can only be the path.
COMPLETE = re.compile(
    r"\.(?:io|com|net|org|cloud|dev|app|local|internal)(?=[\U000F0000-\U000FFFFD]+$)", re.IGNORECASE
)
ENDING = re.compile(r"(?<=[^.\U000F0000-\U000FFFFD])[\U000F0000-\U000FFFFD]+$")


def _authority(text: str) -> tuple[str, str] | None:
    """Host and the rest, of an absolute URL; None when the text has no scheme."""
    match = SCHEME.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    end = re.search(r"[/?#]", rest)
    authority = rest[: end.start()] if end else rest
    tail = rest[end.start() :] if end else ""
    complete = COMPLETE.search(authority)
    if complete is not None:
        authority, tail = authority[: complete.end()], authority[complete.end() :] + tail
    host = authority.rsplit("@", 1)[-1].split(":")[0]
    return host.lower().rstrip("."), tail


def url_host(value: Abstract) -> str | None:
    """The host of an absolute URL; parts that are not known are a private-use character. None
    when the text is not an absolute URL, or when nothing of the host is known."""
    pair = text_template(value)
    if pair is None:
        return None
    found = _authority(pair[0])
    return found[0] if found and HOLE.sub("", found[0]).strip(".-") else None


def is_host(host: str, hosts: Iterable[str]) -> bool:
    """Whether `host` is one of `hosts` or under it; an open first part is taken as anything
    only where a dot follows it, an open last part as the path that follows (`HOST + path`)."""
    bare = ENDING.sub("", host)
    for known in hosts:
        if bare == known or bare.endswith("." + known):
            return True
        if HOLE.match(bare[:1]) and bare[1:] == known:
            return True  # f"https://{prefix}mitel.io": a prefix that ends in a dot, or none
    return False


def url_path(value: Abstract) -> Known | Text:
    """The path of a URL, query and fragment left off; a relative text is its own path."""
    pair = text_template(value)
    if pair is None:
        return Known("")
    found = _authority(pair[0])
    path = found[1] if found else pair[0]
    follows = ENDING.search(found[0]) if found else None
    if follows is not None:  # `HOST + path`
        path = follows[0] + path
    return from_template(re.split(r"[?#]", path)[0], pair[1])


def url_query(value: Abstract) -> Known | Text:
    """What stands after the question mark."""
    pair = text_template(value)
    if pair is None or "?" not in pair[0]:
        return Known("")
    return from_template(pair[0].split("?", 1)[1].split("#")[0], pair[1])


def service(value: Abstract) -> str:
    """The CloudLink service of a URL: the first label of its host; "" when not known."""
    host = url_host(value)
    label = host.split(".")[0] if host else ""
    return "" if HOLE.search(label) else label


def hole_names(value: Abstract) -> list[str]:
    return [p.name for p in value.parts if isinstance(p, Hole)] if isinstance(value, Text) else []
