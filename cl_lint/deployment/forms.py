"""The forms that values of a registration have."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Sequence
from urllib.parse import SplitResult, urlsplit

_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_EMAIL = re.compile(r"[^\s@\"<>(),;:\\]+@[^\s@.\"'<>(),;:\\]+(?:\.[^\s@.\"'<>(),;:\\]+)+")
_DIGITS = re.compile(r"[0-9]+")
_CLIENT_ID = re.compile(r"[A-Za-z0-9._~-]{6,}")
_APP = re.compile(r"\s*app=[^;/\s][^;/]*/[^;\s]+\s*(?:;\s*[\w-]+=[^;]+)*;?\s*")
_QUOTED = re.compile(r"\s*([\"'])(.*)\1\s*")
_LOCAL_NAMES = ("localhost", "localhost.localdomain", "ip6-localhost")


def wrong_form(form: str, value: str, hosts: Sequence[str]) -> str:
    """Why `value` has not the form that it must have, as the end of a sentence; empty where it has.

    `hosts` are those of the API, for the form `url`.
    """
    return _FORMS[form](value) if form != "url" else _address(value, hosts)


def is_undecided(form: str, value: str) -> bool:
    """Whether the form says too little: a client id is a GUID as a rule, but nobody promises it."""
    return form == "client-id" and not _GUID.fullmatch(value)


def _matches(pattern: re.Pattern[str], what: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if pattern.fullmatch(value):
            return ""
        if pattern.fullmatch(value.strip()):
            return "has blanks around it"
        quoted = _QUOTED.fullmatch(value)
        if quoted and pattern.fullmatch(quoted[2]):
            return "has quotes around it"
        return f"is no {what}"

    return check


def _text(value: str) -> str:
    return "" if value.strip() else "is blank"


_FORMS: dict[str, Callable[[str], str]] = {
    "e-mail": _matches(_EMAIL, "e-mail address"),
    "digits": _matches(_DIGITS, "number of digits only"),
    "guid": _matches(_GUID, "GUID"),
    "client-id": _matches(_CLIENT_ID, "client id: that is a GUID, or one word without blanks"),
    "app": _matches(_APP, "value of the form app=Name/Version;platform=...;session-id=..."),
    "text": _text,
}


def is_api_host(host: str, hosts: Sequence[str]) -> bool:
    host = host.lower().rstrip(".")
    return any(host == each or host.endswith(f".{each}") for each in hosts)


def _address(value: str, hosts: Sequence[str]) -> str:
    parts = split(value)
    if parts is None or value != value.strip():
        return "is no URL"
    if parts.scheme != "https":
        return "does not start with https://"
    if not is_api_host(parts.hostname or "", hosts):
        return "does not lead to a CloudLink host"
    if parts.query or parts.fragment:
        return "has a query or fragment, to which no path can be added"
    if parts.path.endswith("/"):
        return "ends with a slash, so that the paths of the requests start with two"
    return ""


def wrong_redirect(value: str) -> str:
    """Why users cannot be sent back to this address, as the end of a sentence; empty where they can."""
    parts = split(value)
    if parts is None or re.search(r"\s", value):
        return "is no URL"
    if parts.scheme != "https":
        return "does not start with https://" if parts.scheme else "is no URL: https:// is missing"
    if not parts.hostname:
        return "names no host"
    if is_local(parts.hostname):
        return "leads to the user's own machine"
    return ""


def split(value: str) -> SplitResult | None:
    """The parts of a URL; None where it has no valid host or port."""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        return None
    return parts


def is_local(host: str) -> bool:
    """Whether the name or address stands for the machine itself."""
    host = host.lower().rstrip(".")
    if host in _LOCAL_NAMES or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback or mapped.is_unspecified
