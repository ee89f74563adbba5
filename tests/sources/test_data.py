"""The data files of a project: which there are, and which a name means."""

from __future__ import annotations

from pathlib import Path

from cl_lint.sources import ProjectData


def put(root: Path, name: str, text: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_the_nearest_file_of_a_name_is_meant(tmp_path: Path) -> None:
    put(tmp_path, "settings.toml", "top")
    put(tmp_path, "app/settings.toml", "near")
    data = ProjectData(tmp_path, ["app/main.py", "tools/run.py", "app/deep/x.py"])
    assert data.near("app/main.py", "settings.toml") == "near"
    assert data.near("app/deep/x.py", "../settings.toml") == "near"
    assert data.near("tools/run.py", "settings.toml") == "top"
    assert data.near("tools/run.py", "other.toml") is None


def test_nothing_outside_of_the_project_is_read(tmp_path: Path) -> None:
    put(tmp_path, "secret.toml", "outside")
    (tmp_path / "project").mkdir()
    data = ProjectData(tmp_path / "project", ["main.py"])
    assert data.near("main.py", "../secret.toml") is None
    assert data.near("main.py", str(tmp_path / "secret.toml")) is None
    assert data.near("main.py", "https://example.org/secret.toml") is None


def test_large_and_undecodable_files_do_no_harm(tmp_path: Path) -> None:
    put(tmp_path, "large.json", b" " * (1 << 17))
    put(tmp_path, "odd.ini", b"\xff\xfe[a]\n")
    data = ProjectData(tmp_path, ["main.py"])
    assert data.near("main.py", "large.json") is None
    assert "[a]" in (data.near("main.py", "odd.ini") or "")


def test_a_committed_example_comes_before_the_file_of_one_machine(tmp_path: Path) -> None:
    put(tmp_path, ".env", 'URL="https://here.example.org"\nMINE=1\n')
    put(tmp_path, ".env.example", "export URL=https://a.example.org # where\nbroken line\n")
    environment = ProjectData(tmp_path, ["main.py"]).environment
    assert environment == {"URL": "https://a.example.org", "MINE": "1"}


def test_words_are_what_a_source_names_to_mean_a_host(tmp_path: Path) -> None:
    put(tmp_path, "app/hosts.yaml", "base: https://media.api.MITEL.io")
    put(tmp_path, "app/other.yaml", "base: https://example.org")
    put(tmp_path, "pyproject.toml", "[project]\nname = 'mitel-tool'\n")
    put(tmp_path, ".env", "BASE=https://admin.api.mitel.io\nSECRET=x\n")
    assert ProjectData(tmp_path, ["app/main.py"]).words(["mitel"]) == ("BASE", "hosts.yaml")
