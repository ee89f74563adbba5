"""Labelled cases: small applications with the rules that must and must not report them.

A case is one `.py` file with `# case:`, `# expects:`, `# allows:` comments, or a folder with a
`case.toml`. `# !CLnnn` marks the line of a finding (its own or a step of its trace, one line either
way). Advice rules count only where a case expects them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tomli

from cl_lint.config import load_config
from cl_lint.run import check

UNSCORED = {"CL104", "CL503", "CL601", "CL602", "CL002", "CL003"}
HEADER = re.compile(r"^#\s*(case|expects|allows):\s*(.*)$")
MARK = re.compile(r"#\s*!((?:CL\d{3}[ ,]*)+)")
CODE = re.compile(r"CL\d{3}")


@dataclass(frozen=True)
class Case:
    path: Path
    kind: str
    level: str
    expects: frozenset[str]
    allows: frozenset[str]

    @property
    def name(self) -> str:
        return "/".join(self.path.parts[-2:])


def find_cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.rglob("case.toml")):
        meta = tomli.loads(path.read_text("utf-8"))
        yield Case(
            path.parent,
            meta.get("kind", "unknown"),
            meta.get("level", "self-assessed"),
            frozenset(meta.get("expects", ())),
            frozenset(meta.get("allows", ())),
        )
    for path in sorted(folder.rglob("*.py")):
        if not any((parent / "case.toml").exists() for parent in path.parents):
            yield _single(path)


def _single(path: Path) -> Case:
    head = {"case": "", "expects": "", "allows": ""}
    for line in path.read_text("utf-8", "replace").splitlines()[:12]:
        if match := HEADER.match(line):
            head[match[1]] = match[2]
    options = dict(part.split("=", 1) for part in head["case"].split())
    return Case(
        path,
        options.get("kind", "unknown"),
        options.get("level", "self-assessed"),
        frozenset(CODE.findall(head["expects"])),
        frozenset(CODE.findall(head["allows"])),
    )


def problems(case: Case, folder: Path) -> list[str]:
    """What is wrong with the findings for a case: misses, false alarms, wrong places."""
    root = folder / "app"
    if case.path.is_dir():
        shutil.copytree(case.path, root, ignore=shutil.ignore_patterns("case.toml"))
    else:
        root.mkdir()
        shutil.copy(case.path, root / case.path.name)
    if not (root / "cl-lint.toml").exists() and not (root / "pyproject.toml").exists():
        kind = f'kind = "{case.kind}"\n' if case.kind != "unknown" else ""
        (root / "cl-lint.toml").write_text(f'level = "{case.level}"\n{kind}')
    findings = check([root], load_config(root), root).open_findings
    found = {f.code for f in findings}
    wrong = [f"missed {code}" for code in sorted(case.expects - found)]
    for code in sorted(found - case.expects - case.allows - UNSCORED):
        wrong += [
            f"false {code} {f.place.path}:{f.place.line} {f.message}" for f in findings if f.code == code
        ]
    for path, line, code in sorted(_marks(root)):
        places = [
            (p.path, p.line)
            for f in findings
            if f.code == code
            for p in (f.place, *(s.place for s in f.trace))
        ]
        if code in found and not any(where == path and abs(at - line) <= 1 for where, at in places):
            wrong.append(f"{code} not at {path}:{line} but at {sorted(set(places))}")
    return wrong


def _marks(root: Path) -> set[tuple[str, int, str]]:
    found = set()
    for path in root.rglob("*.py"):
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if match := MARK.search(line):
                name = path.relative_to(root).as_posix()
                found |= {(name, number, code) for code in CODE.findall(match[1])}
    return found
