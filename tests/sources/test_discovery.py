"""Which files a run is about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cl_lint.sources import MissingPathError, discover, read, relative_name


def lay(root: Path, *names: str, **texts: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    for name, text in texts.items():
        (root / name).write_text(text)
    return root


def ignore(folder: Path, *lines: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("\n".join(lines))


def found(root: Path, *paths: Path, exclude: tuple[str, ...] = ()) -> list[str]:
    return [relative_name(path, root) for path in discover(paths or (root,), root, exclude)]


def test_python_files_in_order_and_nothing_else(tmp_path: Path) -> None:
    lay(tmp_path, "b.py", "a/z.py", "a/b/c.py", "stub.pyi", "x.txt", "py", "d.PY")
    assert found(tmp_path) == ["a/b/c.py", "a/z.py", "b.py"]


@pytest.mark.parametrize("folder", [".git", "__pycache__", "build", "node_modules", "site-packages", ".tox"])
def test_folders_that_hold_nobody_s_source(tmp_path: Path, folder: str) -> None:
    lay(tmp_path, f"{folder}/a.py", f"src/{folder}/deep/a.py", "src/a.py")
    assert found(tmp_path) == ["src/a.py"]


def test_such_a_folder_is_checked_when_named(tmp_path: Path) -> None:
    lay(tmp_path, "build/a.py")
    assert found(tmp_path, tmp_path / "build") == ["build/a.py"]


@pytest.mark.parametrize("mark", ["pyvenv.cfg", "conda-meta/history"])
def test_virtual_environments_of_any_name(tmp_path: Path, mark: str) -> None:
    lay(tmp_path, f"strange/{mark}", "strange/lib/a.py", "a.py")
    assert found(tmp_path) == ["a.py"]


def test_gitignore_files_nest_and_need_no_git(tmp_path: Path) -> None:
    lay(tmp_path, "gen/a.py", "a_old.py", "src/b_old.py", "src/c.py", "src/keep_old.py", "src/local.py")
    ignore(tmp_path, "gen/", "*_old.py", "/local.py")
    ignore(tmp_path / "src", "!keep_old.py")
    assert found(tmp_path) == ["src/c.py", "src/keep_old.py", "src/local.py"]


def test_a_deeper_pattern_cannot_open_a_closed_folder(tmp_path: Path) -> None:
    lay(tmp_path, "gen/a.py")
    ignore(tmp_path, "gen/")
    ignore(tmp_path / "gen", "!a.py")
    assert found(tmp_path) == []


def test_patterns_above_count_up_to_the_repository(tmp_path: Path) -> None:
    lay(tmp_path, "outer/repo/.git/HEAD", "outer/repo/src/a.py", "outer/repo/src/b.py")
    ignore(tmp_path / "outer", "a.py")
    ignore(tmp_path / "outer/repo", "b.py")
    source = tmp_path / "outer/repo/src"
    assert found(source) == ["a.py"]


def test_an_ignored_folder_is_checked_when_named(tmp_path: Path) -> None:
    lay(tmp_path, ".git/HEAD", "scratch/a.py", "scratch/b.py")
    ignore(tmp_path, "scratch/", "b.py")
    assert found(tmp_path, tmp_path / "scratch") == ["scratch/a.py", "scratch/b.py"]


def test_unusable_patterns_ignore_nothing(tmp_path: Path) -> None:
    lay(tmp_path, "a.py", "b.py")
    ignore(tmp_path, "!", "a.py", "*a*a*a*a*a*a*a*b.py")
    (tmp_path / ".gitignore").write_bytes((tmp_path / ".gitignore").read_bytes() + b"\n\xff\xfe\n")
    assert found(tmp_path) == ["b.py"]


def test_excludes_are_relative_to_the_root(tmp_path: Path) -> None:
    lay(tmp_path, "src/tests/a.py", "tests/a.py", "src/x_gen.py", "src/b.py")
    assert found(tmp_path, tmp_path / "src", exclude=("/tests/", "*_gen.py")) == [
        "src/b.py",
        "src/tests/a.py",
    ]


def test_a_named_file_is_always_taken(tmp_path: Path) -> None:
    lay(tmp_path, "a.py", "script")
    ignore(tmp_path, "a.py")
    named = (tmp_path / "a.py", tmp_path / "script", tmp_path)
    assert found(tmp_path, *named, exclude=("a.py",)) == ["a.py", "script"]


def test_missing_paths_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPathError) as caught:
        discover([tmp_path / "no.py", tmp_path, tmp_path / "nor.py"], tmp_path)
    assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == [
        str(tmp_path / "no.py"),
        str(tmp_path / "nor.py"),
    ]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, "src/a.py", "other/b.py")
    (tmp_path / "src/loop").symlink_to(tmp_path / "src")
    (tmp_path / "src/other").symlink_to(tmp_path / "other")
    assert found(tmp_path, tmp_path / "src") == ["src/a.py"]


def test_a_linked_file_counts_once_and_only_if_it_is_python(tmp_path: Path) -> None:
    lay(tmp_path, "src/z.py", "src/private.txt", "shared/b.py")
    (tmp_path / "src/a.py").symlink_to(tmp_path / "src/z.py")
    (tmp_path / "src/b.py").symlink_to(tmp_path / "shared/b.py")
    (tmp_path / "src/c.py").symlink_to(tmp_path / "src/private.txt")
    (tmp_path / "src/d.py").symlink_to(tmp_path / "nowhere.py")
    assert found(tmp_path, tmp_path / "src") == ["src/b.py", "src/z.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_fifo_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert found(tmp_path) == []
    problem = read(tmp_path / "pipe.py", tmp_path).problem
    assert problem is not None
    assert problem.reason == "cannot be read: not a regular file"


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "closed/a.py", "b.py")
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found(tmp_path) == ["b.py", "closed"]
    problem = read(tmp_path / "closed", tmp_path).problem
    assert problem is not None
    assert problem.reason == "cannot be read: the folder cannot be listed"


def test_names_outside_the_root(tmp_path: Path) -> None:
    assert relative_name(tmp_path / "b/x.py", tmp_path / "a") == "../b/x.py"
