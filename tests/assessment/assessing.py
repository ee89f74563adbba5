"""Assessments of small projects that a test writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from cl_lint.assess import assess
from cl_lint.assessment import Assessment
from cl_lint.config import load_config

BASE = 'BASE = "https://admin.us.api.mitel.io/2017-09-01"\n'


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")


def assessment_of(root: Path, source: str = "", config: str = "", attested: str = "") -> Assessment:
    """The assessment of a project of one file, `app.py`, of which `BASE` is the first line."""
    write(root, {"app.py": BASE + dedent(source), "cl-lint.toml": config})
    if attested:
        write(root, {"cl-lint-attestations.toml": attested})
    return assess([root], load_config(root), root)


def statement(practice: str, expires: str = "", by: str = "Ada Lindqvist") -> str:
    """A table of an attestation file."""
    end = f"expires = {expires}\n" if expires else ""
    return f'[attestations."{practice}"]\nstatement = "So it is."\nby = "{by}"\ndate = 2026-01-31\n{end}\n'


def status_of(assessment: Assessment, practice: str, level: str | None = None) -> str:
    """The word for the status of a practice, at the asked level by default."""
    wanted = level or assessment.config.level
    return next(v for v in assessment.levels if v.level == wanted).of(practice).status.value
