"""`cl-lint init`: what an application looks like, and the configuration that follows from it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import tomli

from cl_lint.catalog import LEVELS
from cl_lint.config import Config
from cl_lint.config_files import OWN_NAME, PROJECT_NAME
from cl_lint.findings import Place
from cl_lint.reports.escaping import escape
from cl_lint.result import Result
from cl_lint.run import Progress, check

_PORTAL, _PASSWORD = "CL404", "CL402"


class InitError(ValueError):
    """The section cannot be written; the text says what to do."""


@dataclass(frozen=True)
class Proposal:
    """What an application is taken for, and why; `kind` is `unknown` where nothing tells."""

    level: str
    level_reason: str
    kind: str
    kind_reason: str
    api_calls: int
    files: int
    findings: int


def propose(folder: Path, progress: Progress | None = None) -> Proposal:
    """Look at the application in `folder`, whatever configuration there is above it."""
    result = check([folder], Config(fail_on=None), folder, progress)
    level, level_reason = _level(result)
    (seen,) = result.applications
    return Proposal(
        level,
        level_reason,
        seen.kind,
        seen.kind_reason or "no CloudLink API call was found",
        result.api_calls,
        len(result.files),
        len(result.open_findings),
    )


def _level(result: Result) -> tuple[str, str]:
    """The level that the source asks for: the first one, unless it does what only the next one allows."""
    portal = [finding.place for finding in result.open_findings if finding.code == _PORTAL]
    if portal:
        return LEVELS[1], f"it uses the vendor's authentication portal ({_where(portal[0])})"
    sign_ins = [item for item in result.verdicts.evidence if item.code == _PASSWORD]
    password = [item.place for item in sign_ins if "password grant" in item.message]
    if password:
        return LEVELS[
            0
        ], f"users sign in with their passwords ({_where(password[0])}), an exception of this level"
    return LEVELS[0], "the level to begin with: nothing in the source needs a higher one"


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}"


def section(proposal: Proposal) -> str:
    """The keys of the configuration, each with its reason as a comment."""
    lines = [f"level = {json.dumps(proposal.level)} # {escape(proposal.level_reason)}"]
    if proposal.kind == "unknown":
        lines.append('# kind = "server" or "client": nothing in the source tells')
    else:
        lines.append(f"kind = {json.dumps(proposal.kind)} # {escape(proposal.kind_reason)}")
    return "".join(f"{line}\n" for line in lines)


def target(folder: Path, name: str | None) -> Path:
    """The file to write: the one named, else the `pyproject.toml` that is there, else a `cl-lint.toml`."""
    if name is not None:
        return folder / name
    return folder / (PROJECT_NAME if (folder / PROJECT_NAME).is_file() else OWN_NAME)


def with_section(path: Path, keys: str) -> str:
    """The text of the file at `path` with the keys added at its end; not another byte changes.

    Raises `InitError` where it is configured already, or is such that nothing can be added to it.
    """
    old = _read(path)
    if path.name == OWN_NAME:
        if old.strip():
            raise InitError(f"{path}: exists already; edit it, or remove it first")
        return keys
    before = _parse(path, old)
    tool = before.get("tool", {})
    if isinstance(tool, dict) and "cl-lint" in tool:
        raise InitError(f"{path}: has a [tool.cl-lint] already; edit it")
    if not old.strip() or old.endswith(("\n\n", "\r\n\r\n")):
        gap = ""
    else:
        gap = "\n" if old.endswith("\n") else "\n\n"
    added = f"{gap}[tool.cl-lint]\n{keys}"
    new = old + (added.replace("\n", "\r\n") if "\r\n" in old else added)
    try:
        after = tomli.loads(new.removeprefix("\ufeff"))
        del after["tool"]["cl-lint"]
    except (tomli.TOMLDecodeError, KeyError) as error:
        raise InitError(f"{path}: no table can be added to it; use --file {OWN_NAME}") from error
    if (after.get("tool") or {}) != tool:
        raise InitError(f"{path}: no table can be added to it; use --file {OWN_NAME}")
    return new


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise InitError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InitError(f"{path}: not valid UTF-8") from error


def _parse(path: Path, text: str) -> dict[str, object]:
    try:
        return dict(tomli.loads(text.removeprefix("\ufeff")))
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise InitError(f"{path}: not valid TOML: {error}") from error


def repository(folder: Path) -> Path:
    """The top of the repository that holds `folder`; itself where there is none."""
    folder = Path(os.path.abspath(folder))
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)
