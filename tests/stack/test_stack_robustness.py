"""Whatever the files of a stack hold, reading them ends with an answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cl_lint.stack import read_stack
from cl_lint.stack.facts import Facts
from cl_lint.stack.locks import read_pipfile_lock, read_toml_lock
from cl_lint.stack.pyproject import read_pyproject
from cl_lint.stack.pythons import read_dockerfile, read_python_version, read_runtime, read_tool_versions
from cl_lint.stack.requirements import read_requirements
from cl_lint.stack.setup_files import read_pipfile, read_setup_cfg, read_setup_py
from cl_lint.stack.sources import Source, UnreadableError
from cl_lint.stack.uses import imported_names

words = st.sampled_from(
    ["requests", "==", "2.0", "-r", "-c", "-e", "git+https://x", "#egg=", "@", ";", "\\", "\n", " ", "[", "]", "$", "{", "}",
     "FROM", "python", ":", "3.12", "ARG", "=", "name", "[[package]]", "install_requires", "setup(", ")", "'", '"', "é"]
)  # fmt: skip
lines = st.lists(words, max_size=25).map("".join)
keys = st.sampled_from(
    ["project", "tool", "poetry", "dependencies", "group", "dev", "uv", "pdm", "hatch", "envs", "setuptools", "dynamic",
     "file", "optional-dependencies", "dependency-groups", "build-system", "requires", "requires-python", "classifiers",
     "package", "packages", "name", "version", "source", "default", "develop", "python", "extras", "markers", "metadata"]
)  # fmt: skip
scalars = st.booleans() | st.integers(0, 9) | lines
tables = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(keys, tables, max_size=5)


class Given(Source):
    """A source whose TOML is a value as it comes."""

    def toml(self) -> dict[str, Any]:
        values: dict[str, Any] = json.loads(self.text)
        return values


def open_file(path: Path) -> Source:
    raise UnreadableError("is not there")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_tables_of_any_shape(values: dict[str, Any]) -> None:
    source = Given(Path("x"), "x", json.dumps(values))
    facts = Facts()
    read_pyproject(source, facts, open_file)
    read_toml_lock(source, facts)
    read_pipfile(source, facts)
    read_pipfile_lock(source, facts)
    for each in (*facts.declarations, *facts.pins, *facts.pythons, *facts.unread):
        assert (each.place.line, each.place.column) < (each.place.end_line, each.place.end_column)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines | st.text(max_size=60))
def test_any_lines(text: str) -> None:
    source, facts = Source(Path("x.txt"), "x.txt", text), Facts()
    read_requirements(source, facts, open_file)
    for read in (read_dockerfile, read_python_version, read_runtime, read_tool_versions):
        read(source, facts)
    for read in (read_setup_cfg, read_setup_py):
        try:
            read(source, facts)
        except UnreadableError:
            continue
    for each in (*facts.declarations, *facts.pins, *facts.pythons, *facts.unread):
        assert (each.place.line, each.place.column) < (each.place.end_line, each.place.end_column)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=80))
def test_imports_of_any_bytes(data: bytes) -> None:
    assert "" not in imported_names(data)


@pytest.mark.parametrize("size", [200_000])
def test_long_lines_take_no_time(tmp_path: Path, size: int) -> None:
    (tmp_path / "requirements.txt").write_text("a" * size + "\n" + "-" * size + "\n" + " #" * size + "\n")
    (tmp_path / "Dockerfile").write_text(
        "FROM " + "-" * size + "\nFROM " + "a/" * size + "\n" + "ARG " * size
    )
    (tmp_path / ".python-version").write_text(" " * size + "\n" + "#" * size)
    (tmp_path / "setup.cfg").write_text("[a]\n" + "b" * size)
    assert read_stack(tmp_path, {"a.py": b"import " + b"a, " * size, "b.py": b"from " * size}).pythons == ()
