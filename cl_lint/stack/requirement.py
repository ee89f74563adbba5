"""One requirement, as pip and PEP 508 write it."""

from __future__ import annotations

import re

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from cl_lint.findings import Place
from cl_lint.stack.facts import Declaration, Facts, Pin, Unread

_VCS = re.compile(r"(?:git|hg|svn|bzr)\+", re.IGNORECASE)
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_EGG = re.compile(r"#(?:.*&)?egg=([A-Za-z0-9][\w.-]*)")
_MOST_SHOWN = 60


def add_requirement(facts: Facts, text: str, group: str, place: Place) -> None:
    """Note what `text` requires; what cannot be understood is noted as unread."""
    text = text.strip()
    if _VCS.match(text) or _URL.match(text) or text.startswith((".", "/", "file:")):
        _add_unnamed(facts, text, group, place)
        return
    try:
        requirement = Requirement(text)
    except InvalidRequirement:
        facts.unread.append(Unread(place, f"not a requirement: {_shown(text)}"))
        return
    name = canonicalize_name(requirement.name)
    declaration = Declaration(
        name=name,
        written=requirement.name,
        specifier=str(requirement.specifier),
        group=group,
        place=place,
        extras=tuple(sorted(requirement.extras)),
        marker=str(requirement.marker or ""),
        origin=_origin(requirement.url or ""),
    )
    facts.declarations.append(declaration)
    if version := exact_version(declaration.specifier):
        facts.pins.append(Pin(name, version, place))


def exact_version(specifier: str) -> str:
    """The version that a specifier allows, where it is but one; else empty."""
    found = re.fullmatch(r"={2,3}\s*([^,*\s]+)", specifier.strip())
    return found[1] if found else ""


def _origin(url: str) -> str:
    if not url:
        return "index"
    if _VCS.match(url):
        return "vcs"
    return "path" if url.startswith(("file:", ".", "/")) else "url"


def _add_unnamed(facts: Facts, text: str, group: str, place: Place) -> None:
    """Of an address: its name stands behind `#egg=`, or in the name of the wheel."""
    address = text.split(" ;")[0].split(" ")[0]
    egg = _EGG.search(address)
    name, version = (egg[1], "") if egg else _of_wheel(address)
    if not name:
        if _origin(address) != "path":  # a folder of the project itself is no part of its stack
            facts.unread.append(Unread(place, "an address that does not name its package"))
        return
    normal = canonicalize_name(name)
    facts.declarations.append(Declaration(normal, name, "", group, place, origin=_origin(address)))
    if version:
        facts.pins.append(Pin(normal, version, place))


def _of_wheel(address: str) -> tuple[str, str]:
    file = re.split(r"[?#]", address, maxsplit=1)[0].rpartition("/")[2]
    try:
        name, version, _, _ = parse_wheel_filename(file)
    except InvalidWheelFilename:
        return "", ""
    return str(name), str(version)


def _shown(text: str) -> str:
    # What follows `@` may be an address with a password in it.
    text = text.partition("@")[0].strip()
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "..."
