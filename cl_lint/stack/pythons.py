"""The Python version by the files that choose an interpreter."""

from __future__ import annotations

import re

from cl_lint.stack.facts import Facts, PythonVersion
from cl_lint.stack.sources import Source

_LINE = re.compile(r"^[^\S\r\n]*(?P<line>[^\s#][^\r\n#]*?)[^\S\r\n]*(?:#[^\r\n]*)?$", re.MULTILINE)
_TOOL = re.compile(r"^[ \t]*python[ \t]+(?P<versions>[^\r\n#]+)", re.MULTILINE)
_ARG = re.compile(
    r"^[ \t]*ARG[ \t]+(?P<name>\w+)[ \t]*=[ \t]*[\"']?(?P<value>[^\s\"']*)", re.MULTILINE | re.IGNORECASE
)
_FROM = re.compile(
    r"^[ \t]*FROM[ \t]+(?:\\\r?\n[ \t]*)?(?:--[\w-]+=\S+[ \t]+)*(?P<image>\S+)", re.MULTILINE | re.IGNORECASE
)
_VARIABLE = re.compile(r"\$(?:\{(?P<braced>\w+)(?::?-(?P<default>[^}]*))?\}|(?P<plain>\w+))")
_IMAGE = re.compile(r"(?:.*/)?(?P<name>[^/:@]+)(?::(?P<tag>[^@]+))?(?:@.*)?")
_VERSION = re.compile(r"\d+(?:\.\d+)*(?:(?:a|b|rc|-rc)\d*)?")
_IN_TAG = re.compile(r"(?:python|py)-?(?P<version>\d+(?:\.\d+)+)")


def read_python_version(source: Source, facts: Facts) -> None:
    """Note the versions of a `.python-version`, one a line."""
    for found in _LINE.finditer(source.text):
        for word in found["line"].split():
            facts.pythons.append(PythonVersion(word, ".python-version", source.place(*found.span("line"))))


def read_runtime(source: Source, facts: Facts) -> None:
    """Note the version of a `runtime.txt`: `python-3.12.4`."""
    found = re.search(r"^\s*python-(?P<version>\S+)", source.text)
    if found:
        facts.pythons.append(
            PythonVersion(found["version"], "runtime.txt", source.place(*found.span("version")))
        )


def read_tool_versions(source: Source, facts: Facts) -> None:
    """Note the versions that a `.tool-versions` gives for Python."""
    for found in _TOOL.finditer(source.text):
        for word in found["versions"].split():
            place = source.place(*found.span("versions"))
            facts.pythons.append(PythonVersion(word, ".tool-versions", place))


def read_dockerfile(source: Source, facts: Facts) -> None:
    """Note the versions of the Python images that stages are built from."""
    defaults = {found["name"]: found["value"] for found in _ARG.finditer(source.text)}
    for found in _FROM.finditer(source.text):
        image = _VARIABLE.sub(lambda name: _value(name, defaults), found["image"])
        version = image_version(image)
        if version:
            facts.pythons.append(PythonVersion(version, "Dockerfile", source.place(*found.span("image"))))


def image_version(image: str) -> str:
    """The Python version of an image; empty where its name does not tell."""
    parts = _IMAGE.fullmatch(image)
    if parts is None or not parts["tag"]:
        return ""
    if parts["name"] in ("python", "pypy"):
        found = _VERSION.match(parts["tag"])
        prefix = "pypy " if parts["name"] == "pypy" else ""
        return prefix + found[0] if found else ""
    inside = _IN_TAG.search(parts["tag"])
    if inside:
        return inside["version"]
    # An image such as AWS's: public.ecr.aws/lambda/python:3.12, or one named python-something.
    found = _VERSION.match(parts["tag"])
    return found[0] if found and re.match(r"(?:python|lambda-python)\b", parts["name"]) else ""


def _value(name: re.Match[str], defaults: dict[str, str]) -> str:
    word = name["braced"] or name["plain"]
    return defaults.get(word) or name["default"] or ""
