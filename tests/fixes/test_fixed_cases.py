"""Fixes on labelled cases, as they are and written in other ways: `tests.fixes.properties` says what must hold.

Some cases of each rule are tried; CL_LINT_ALL_FIXES=1 tries each case with each mutation.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cl_lint import fixing
from cl_lint.catalog import load_catalog
from cl_lint.findings import Finding
from cl_lint.fixes import FIXERS, Edit, Fix
from tests.fixes.mutations import MUTATIONS, mutate
from tests.fixes.projects import times
from tests.fixes.properties import fixed
from tests.labelled_cases import Case, find_cases

CASES = [
    case
    for case in find_cases(Path(__file__).parent.parent / "cases")
    if (case.expects | case.allows) & set(FIXERS)
]
ALL = bool(os.environ.get("CL_LINT_ALL_FIXES"))
OF_EACH_RULE = 3
GROUPS = 6
Variant = tuple[str, ...]


def _variants() -> Iterator[tuple[Case, bool, Variant]]:
    """A case, whether unsafe fixes are made, and the mutations of its files."""
    names = tuple(MUTATIONS)
    groups = [names[start::GROUPS] for start in range(GROUPS)]
    if ALL:
        for case in CASES:
            yield from ((case, unsafe, ()) for unsafe in (False, True))
            yield from ((case, True, (name,)) for name in names)
            yield from ((case, unsafe, group) for unsafe in (False, True) for group in groups)
        return
    chosen: dict[tuple[Path, bool, Variant], Case] = {}
    for code in FIXERS:
        cases = sorted((c for c in CASES if code in c.expects), key=lambda c: zlib.crc32(c.name.encode()))
        for case in cases[:OF_EACH_RULE]:
            chosen[case.path, True, ()] = chosen[case.path, False, ()] = case
        for number, group in enumerate(groups if cases else ()):
            case = cases[-1 - number % len(cases)]
            chosen[case.path, bool(number % 3), group] = case
    yield from ((case, unsafe, variant) for (_, unsafe, variant), case in chosen.items())


def _name(value: object) -> str | None:
    if isinstance(value, Case):
        return value.name
    if isinstance(value, bool):
        return "unsafe" if value else "safe"
    return "+".join(value) or "as it is" if isinstance(value, tuple) else None


@pytest.mark.parametrize(("case", "unsafe", "mutations"), list(_variants()), ids=_name)
def test_a_case(case: Case, unsafe: bool, mutations: Variant, tmp_path: Path) -> None:
    root = tmp_path / "app"
    if case.path.is_dir():
        shutil.copytree(case.path, root, ignore=shutil.ignore_patterns("case.toml"))
    else:
        root.mkdir()
        shutil.copy(case.path, root / case.path.name)
    if not (root / "cl-lint.toml").exists() and not (root / "pyproject.toml").exists():
        kind = f'kind = "{case.kind}"\n' if case.kind != "unknown" else ""
        (root / "cl-lint.toml").write_text(f'level = "{case.level}"\n{kind}')
    if mutations:
        for path in root.rglob("*.py"):
            data = path.read_bytes()
            if b"\r" not in data and data.isascii():
                path.write_bytes(mutate(data.decode("ascii"), mutations))
    assert fixed(root, unsafe).faults == ()


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutation_changes_a_file_and_leaves_it_valid(mutation: str) -> None:
    text = times(
        "import time\nfrom datetime import datetime",
        "response = print(1, 2)\nsent = datetime.now().isoformat()",
    )
    data = mutate(text, [mutation])
    assert data != text.encode()
    compile(data, "app.py", "exec")


@pytest.mark.parametrize(
    ("edits", "fault"),
    [
        ((Edit(7, 1, 8, 1, ""),), "app.py: line 7 has been changed for no reason"),
        ((Edit(6, 38, 6, 49, ""),), "app.py: comment lost: # at once"),
        ((), None),
    ],
)
def test_the_properties_can_fail(
    edits: tuple[Edit, ...], fault: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = times(
        "from datetime import datetime, timezone",
        "sent = datetime.now().isoformat()  # at once\nprint(seconds)",
    )
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\nignore = ["CL601"]\n')
    (tmp_path / "app.py").write_text(text)

    def proposed(finding: Finding, *_: object) -> list[Fix]:
        return [Fix("x", True, (Edit(6, 25, 6, 25, "timezone.utc"), *edits))]

    monkeypatch.setattr(fixing, "fixes_for", proposed)
    faults = fixed(tmp_path, unsafe=False).faults
    assert (fault in faults) if fault else (faults == ())


def test_the_pages_say_which_rules_have_a_fix() -> None:
    assert {rule.code for rule in load_catalog().rules.values() if rule.fix != "none"} == set(FIXERS)
