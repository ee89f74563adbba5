"""Runs over the workspace: what is checked anew, and what is known already."""

from __future__ import annotations

from pathlib import Path

import pytest

from cl_lint.server.analysis import Analysis, Snapshot, StaleError, State
from cl_lint.server.documents import Document

UNCHECKED = 'import requests\n\nusers = requests.get("https://admin.api.mitel.io/2017-09-01/users").json()\n'
REGISTRATION = '{"name": "Application Registration", "values": [], "_postman_variable_scope": "environment"}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with two applications."""
    for name in ("desk", "hotel"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cl-lint.toml").write_text('select = ["CL305", "CL603"]\n')
        (tmp_path / name / "users.py").write_text(UNCHECKED)
    return tmp_path


def codes(state: State) -> dict[str, list[str]]:
    """The codes of findings by the last two parts of their files' names."""
    return {
        "/".join(path.parts[-2:]): [finding.code for finding in file.findings]
        for path, file in state.files.items()
    }


BOTH = {"desk/users.py": ["CL305"], "hotel/users.py": ["CL305"]}


def test_only_the_application_of_a_change_is_checked_again(folder):
    analysis = Analysis()
    assert analysis.run(Snapshot((folder,), {})).checked == 2
    assert analysis.run(Snapshot((folder,), {})).checked == 0
    (folder / "desk" / "users.py").write_text(f"#\n{UNCHECKED}")
    state = analysis.run(Snapshot((folder,), {}, frozenset({folder / "desk" / "users.py"})))
    assert state.checked == 1
    assert codes(state) == BOTH
    assert analysis.run(Snapshot((folder,), {}, everything=True)).checked == 2


def test_a_configuration_is_read_in_each_run(folder):
    analysis = Analysis()
    analysis.run(Snapshot((folder,), {}))
    (folder / "desk" / "cl-lint.toml").write_text('select = ["CL401"]\n')
    state = analysis.run(Snapshot((folder,), {}))
    assert state.checked == 1
    assert codes(state) == {"hotel/users.py": ["CL305"]}


def test_json_counts_where_it_registers_the_application(folder):
    analysis = Analysis()
    analysis.run(Snapshot((folder,), {}))
    data = folder / "desk" / "data.json"
    data.write_text('{"rooms": 3}')
    assert analysis.run(Snapshot((folder,), {}, frozenset({data}))).checked == 0
    data.write_text(REGISTRATION)
    assert analysis.run(Snapshot((folder,), {}, frozenset({data}))).checked > 0


def test_folders_in_folders_are_one(folder):
    state = Analysis().run(Snapshot((folder, folder / "desk", folder), {}))
    assert state.checked == 2
    assert codes(state) == BOTH


def test_folders_that_are_gone_are_no_problem(folder):
    state = Analysis().run(Snapshot((folder / "nowhere", folder / "hotel"), {}))
    assert codes(state) == {"hotel/users.py": ["CL305"]}
    assert state.problems == ()


def test_a_run_that_is_out_of_date_is_given_up_and_made_up_for(folder):
    analysis = Analysis()
    with pytest.raises(StaleError):
        analysis.run(Snapshot((folder,), {}), lambda: True)
    assert codes(analysis.run(Snapshot((folder,), {}))) == BOTH
    path = folder / "desk" / "users.py"
    path.write_text("")
    with pytest.raises(StaleError):
        analysis.run(Snapshot((folder,), {}, frozenset({path})), lambda: True)
    assert codes(analysis.run(Snapshot((folder,), {}))) == {"hotel/users.py": ["CL305"]}


def test_what_is_open_counts_and_not_what_is_on_disk(folder):
    path = folder / "desk" / "users.py"
    document = Document(path.as_uri(), path, 1, f"\n\n{UNCHECKED}")
    state = Analysis().run(Snapshot((folder,), {path: document}))
    assert state.files[path].findings[0].place.line == 5
    assert state.files[path].text == document.text


def test_a_model_that_cannot_be_used_is_a_problem_of_its_application_alone(folder):
    (folder / "desk" / "cl-lint.toml").write_text('models = ["ours.toml"]\n')
    (folder / "desk" / "ours.toml").write_text("[[nothing]]\n")
    state = Analysis().run(Snapshot((folder,), {}))
    assert codes(state) == {"hotel/users.py": ["CL305"]}
    (problem,) = state.problems
    assert str(folder / "desk" / "ours.toml") in problem


def test_a_configuration_for_all(folder, tmp_path_factory):
    file = tmp_path_factory.mktemp("settings") / "strict.toml"
    file.write_text('ignore = ["CL305"]\n')
    assert codes(Analysis(file).run(Snapshot((folder / "desk",), {}))).get("desk/users.py") != ["CL305"]
    problems = Analysis(file.with_name("none.toml")).run(Snapshot((folder,), {})).problems
    assert len(problems) == 1
    assert "none.toml: no such file" in problems[0]
