"""The technology stack, from the files that declare it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cl_lint.config import load_config
from cl_lint.findings import Place
from cl_lint.project import Project
from cl_lint.stack import Dependency, Stack, read_stack


def store(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read(root: Path, files: dict[str, str], **sources: str) -> Stack:
    store(root, files)
    return read_stack(root, {f"{name}.py": text.encode() for name, text in sources.items()})


def named(stack: Stack, name: str) -> Dependency:
    [found] = [each for each in stack.dependencies if each.name == name]
    return found


def declared(stack: Stack) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {each.name: (each.specifiers, each.groups) for each in stack.dependencies}


def pythons(stack: Stack) -> list[tuple[str, str]]:
    return [(each.version, each.origin) for each in stack.pythons]


def text_at(root: Path, place: Place) -> str:
    line = (root / place.path).read_text(encoding="utf-8").splitlines()[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]


PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.25"]

[project]
name = "frontdesk"
requires-python = ">=3.10"
classifiers = [
    "Programming Language :: Python :: 3",
    "Programming Language :: Python :: 3.12",
    "Programming Language :: Python :: 3 :: Only",
    "Programming Language :: Python :: Implementation :: CPython",
]
dependencies = [
    "Requests[socks]>=2.31,<3",
    'tzdata; sys_platform == "win32"',
    "internal @ git+https://bot:s3cret@git.example/internal.git@v1",
]

[project.optional-dependencies]
ui = ["PySide6==6.8.1"]

[dependency-groups]
test = ["pytest>=8", {include-group = "lint"}]
lint = ["ruff"]

[tool.uv]
dev-dependencies = ["mypy"]
"""


def test_pyproject(tmp_path: Path) -> None:
    stack = read(tmp_path, {"pyproject.toml": PYPROJECT})
    assert pythons(stack) == [(">=3.10", "requires-python"), ("3", "classifier"), ("3.12", "classifier")]
    assert declared(stack) == {
        "hatchling": ((">=1.25",), ("build",)),
        "requests": (("<3,>=2.31",), ("",)),
        "tzdata": ((), ("",)),
        "internal": ((), ("",)),
        "pyside6": (("==6.8.1",), ("extra ui",)),
        "pytest": ((">=8",), ("test",)),
        "ruff": ((), ("lint",)),
        "mypy": ((), ("dev",)),
    }
    requests = named(stack, "requests")
    assert (requests.written, requests.extras, requests.uses) == ("Requests", ("socks",), ("HTTP client",))
    assert text_at(tmp_path, requests.places[0]) == '"Requests[socks]>=2.31,<3"'
    assert named(stack, "tzdata").markers == ('sys_platform == "win32"',)
    assert named(stack, "internal").origins == ("vcs",)
    assert named(stack, "pyside6").versions == ("6.8.1",)
    assert text_at(tmp_path, stack.pythons[0].place) == 'requires-python = ">=3.10"'
    assert "s3cret" not in repr(stack)


POETRY = """\
[tool.poetry]
name = "frontdesk"
classifiers = ["Programming Language :: Python :: 3.11"]

[tool.poetry.dependencies]
python = "^3.11"
httpx = {version = "^0.27", extras = ["http2"]}
PyJWT = "2.9.0"
django = "*"
shared = {path = "../shared"}
pendulum = {version = ">=3", optional = true}
numpy = [{version = "<2", python = "<3.12"}, {version = ">=2", markers = "python_version >= '3.12'"}]

[tool.poetry.group.test.dependencies]
pytest = "^8"

[tool.poetry.dev-dependencies]
black = "*"
"""


def test_poetry(tmp_path: Path) -> None:
    stack = read(tmp_path, {"pyproject.toml": POETRY})
    assert pythons(stack) == [("3.11", "classifier"), ("^3.11", "requires-python")]
    assert declared(stack) == {
        "httpx": (("^0.27",), ("",)),
        "pyjwt": (("2.9.0",), ("",)),
        "django": ((), ("",)),
        "shared": ((), ("",)),
        "pendulum": ((">=3",), ("extra",)),
        "numpy": (("<2", ">=2"), ("",)),
        "pytest": (("^8",), ("test",)),
        "black": ((), ("dev",)),
    }
    assert named(stack, "httpx").extras == ("http2",)
    assert named(stack, "shared").origins == ("path",)
    assert text_at(tmp_path, named(stack, "pyjwt").places[0]) == 'PyJWT = "2.9.0"'


def test_requirements(tmp_path: Path) -> None:
    stack = read(
        tmp_path,
        {
            "requirements.txt": (
                "\ufeff# the application\n"
                "--index-url https://bot:s3cret@index.example/simple\n"
                "requests==2.32.3 \\\n"
                "    --hash=sha256:aaaa \\\n"
                "    --hash=sha256:bbbb\n"
                "websockets >= 13 ; python_version >= '3.10'  # live\n"
                "-c constraints.txt\n"
                "git+https://bot:s3cret@git.example/tool.git@main#egg=the_tool\n"
                "https://files.example/wheels/loguru-0.7.3-py3-none-any.whl\n"
                "-e .\n"
                "./vendored\n"
            ),
            "requirements-dev.txt": "-r requirements.txt\n-rextra/more.list\npytest\n",
            "extra/more.list": "respx\n",
            "constraints.txt": "idna==3.10\n",
            "requirements/docs.txt": "mkdocs\n",
            "docs/requirements.txt": "sphinx\n",
        },
    )
    assert declared(stack) == {
        "requests": (("==2.32.3",), ("",)),
        "websockets": ((">=13",), ("",)),
        "the-tool": ((), ("",)),
        "loguru": ((), ("",)),
        "pytest": ((), ("dev",)),
        "respx": ((), ("dev",)),
        "mkdocs": ((), ("docs",)),
        "sphinx": ((), ("docs",)),
    }
    assert named(stack, "requests").versions == ("2.32.3",)
    assert named(stack, "requests").places[0].line == 3
    assert named(stack, "loguru").versions == ("0.7.3",)
    assert (named(stack, "the-tool").origins, named(stack, "loguru").origins) == (("vcs",), ("url",))
    assert [(each.name, each.versions) for each in stack.locked] == [("idna", ("3.10",))]
    assert stack.unread == ()
    assert "s3cret" not in repr(stack)


def test_compiled_requirements_are_pins(tmp_path: Path) -> None:
    stack = read(
        tmp_path,
        {"requirements.in": "httpx\n", "requirements.txt": "httpx==0.28.1\n    # via -r requirements.in\nidna==3.10\n"},
    )  # fmt: skip
    assert declared(stack) == {"httpx": ((), ("",))}
    assert named(stack, "httpx").versions == ("0.28.1",)
    assert [each.name for each in stack.locked] == ["idna"]


def test_includes_in_a_circle_and_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("password\n")
    root = tmp_path / "app"
    stack = read(
        root,
        {
            "requirements.txt": "-r a.list\nflask\n",
            "a.list": "-r b.list\n",
            "b.list": "-r a.list\n-r ../secret.txt\n-r missing.list\njinja2\n",
        },
    )
    assert sorted(declared(stack)) == ["flask", "jinja2"]
    assert [(each.place.path, each.place.line, each.reason) for each in stack.unread] == [
        ("b.list", 2, "the included file lies outside of the project"),
        ("b.list", 3, "the included file cannot be read: No such file or directory"),
    ]


LOCK = """\
version = 1
requires-python = ">=3.12"

[[package]]
name = "frontdesk"
version = "0.1.0"
source = { editable = "." }

[[package]]
name = "Requests"
version = "2.32.3"
source = { registry = "https://index.example/simple" }
dependencies = [
    { name = "idna" },
]

[[package]]
name = "idna"
version = "3.10"
"""


@pytest.mark.parametrize("name", ["uv.lock", "poetry.lock", "pdm.lock"])
def test_lock_files(tmp_path: Path, name: str) -> None:
    stack = read(tmp_path, {"pyproject.toml": '[project]\ndependencies = ["requests>=2"]\n', name: LOCK})
    requests = named(stack, "requests")
    assert (requests.specifiers, requests.versions) == ((">=2",), ("2.32.3",))
    [idna] = stack.locked
    assert (idna.name, idna.versions, idna.is_declared) == ("idna", ("3.10",), False)
    assert text_at(tmp_path, idna.places[0]) == 'name = "idna"'
    assert pythons(stack) == [(">=3.12", "lock file")]


@pytest.mark.parametrize(
    ("name", "metadata"),
    [
        ("poetry.lock", '[metadata]\nlock-version = "2.1"\npython-versions = ">=3.11"\n'),
        (
            "pdm.lock",
            '[metadata]\nlock_version = "4.5.0"\n\n[[metadata.targets]]\nrequires_python = ">=3.11"\n',
        ),
    ],
)
def test_the_python_version_of_a_lock_file(tmp_path: Path, name: str, metadata: str) -> None:
    stack = read(tmp_path, {name: f'{metadata}\n[[package]]\nname = "idna"\nversion = "3.10"\n'})
    assert pythons(stack) == [(">=3.11", "lock file")]
    assert [each.name for each in stack.locked] == ["idna"]


def test_pylock_and_pipfile_lock(tmp_path: Path) -> None:
    stack = read(
        tmp_path,
        {
            "pylock.toml": '[[packages]]\nname = "httpx"\nversion = "0.28.1"\n[[packages]]\nname = "app"\nversion = "1"\ndirectory = {path = "."}\n',
            "Pipfile": '[packages]\nhttpx = "*"\nhub = {git = "https://x:s3cret@h.example/hub.git", extras = ["a"]}\n[dev-packages]\npytest = "==8.3.4"\n[requires]\npython_version = "3.12"\n',
            "Pipfile.lock": json.dumps({"default": {"httpx": {"version": "==0.28.0"}, "hub": {"git": "x"}}, "develop": {"iniconfig": {"version": "==2.0"}}}, indent=4),
        },
    )  # fmt: skip
    assert declared(stack) == {
        "httpx": ((), ("",)),
        "hub": ((), ("",)),
        "pytest": (("==8.3.4",), ("dev",)),
    }
    assert sorted(named(stack, "httpx").versions) == ["0.28.0", "0.28.1"]
    assert [each.name for each in stack.locked] == ["iniconfig"]
    assert pythons(stack) == [("3.12", "Pipfile")]
    assert "s3cret" not in repr(stack)


def test_setup_cfg(tmp_path: Path) -> None:
    text = (
        "[metadata]\nclassifiers =\n    Programming Language :: Python :: 3.9\n"
        "[options]\npython_requires = >=3.9\ninstall_requires =\n    requests>=2 ; python_version<'4'\n    # why\n"
        "[options.extras_require]\nws = websocket-client\n"
    )
    stack = read(tmp_path, {"setup.cfg": text})
    assert pythons(stack) == [(">=3.9", "requires-python"), ("3.9", "classifier")]
    assert declared(stack) == {
        "requests": ((">=2",), ("",)),
        "websocket-client": ((), ("extra ws",)),
    }


def test_setup_py_is_read_and_never_run(tmp_path: Path) -> None:
    text = (
        "from setuptools import setup\n"
        "from pathlib import Path\n"
        "Path('ran').touch()\n"
        "needed = ['flask>=3']\n"
        "setup(name='x', python_requires='>=3.8', install_requires=needed, extras_require={'db': ['psycopg']},"
        " cmdclass=make())\n"
    )
    stack = read(tmp_path, {"setup.py": text})
    assert pythons(stack) == [(">=3.8", "requires-python")]
    assert declared(stack) == {"flask": ((">=3",), ("",)), "psycopg": ((), ("extra db",))}
    assert not (tmp_path / "ran").exists()
    assert not Path("ran").exists()


def test_setup_py_warns_nobody(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    read(tmp_path, {"setup.py": "setup(version='\\d', x=1if 1else 2)\n"})
    assert list(recwarn) == []


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        ("FROM python:3.12-slim AS base\nRUN pip install .\n", ["3.12"]),
        ("from docker.io/library/python:3.11.9@sha256:abc\n", ["3.11.9"]),
        (
            "FROM --platform=$BUILDPLATFORM python:3.13-alpine\nFROM python:3.14-rc-slim\n",
            ["3.13", "3.14-rc"],
        ),
        ('ARG PY=3.10\nARG TAG="-bookworm"\nFROM python:${PY}${TAG}\n', ["3.10"]),
        ("FROM python:${PY:-3.9}-slim\n", ["3.9"]),
        ("FROM ghcr.io/astral-sh/uv:python3.12-bookworm\n", ["3.12"]),
        ("FROM public.ecr.aws/lambda/python:3.12\n", ["3.12"]),
        ("FROM registry.example:5000/python:3.8\n", ["3.8"]),
        ("FROM pypy:3.10\n", ["pypy 3.10"]),
        ("FROM python\nFROM python:latest\nFROM debian:12\nFROM base\n# FROM python:2.7\n", []),
        ("FROM python:$UNSET\nCOPY --from=python:3.6 / /\n", []),
    ],
)
def test_dockerfiles(tmp_path: Path, text: str, versions: list[str]) -> None:
    stack = read(tmp_path, {"deploy/Dockerfile": text})
    assert pythons(stack) == [(version, "Dockerfile") for version in versions]


def test_other_files_with_a_python_version(tmp_path: Path) -> None:
    stack = read(
        tmp_path,
        {
            ".python-version": "3.12.4  # production\npypy3.10\n",
            "runtime.txt": "python-3.11.9\n",
            ".tool-versions": "nodejs 20.0.0\npython 3.13.0 3.12.0\n",
        },
    )
    assert pythons(stack) == [
        ("3.12.4", ".python-version"),
        ("pypy3.10", ".python-version"),
        ("3.13.0", ".tool-versions"),
        ("3.12.0", ".tool-versions"),
        ("3.11.9", "runtime.txt"),
    ]


def test_what_is_imported(tmp_path: Path) -> None:
    stack = read(
        tmp_path,
        {"requirements.txt": "PyJWT\npython-dateutil\ntenacity\nPySide6\ngoogle-cloud-storage\nour-client\nattrs\n"},
        auth="import os, jwt as tokens\nfrom dateutil.parser import isoparse\n",
        window="def f():\n    from PySide6.QtWidgets import (\n        QApplication,\n    )\n",
        cloud="from google.cloud import storage\nimport attr\n",
        prose='"""Uses tenacity: imported from tenacity elsewhere."""\nimportance = 1\n',
    )  # fmt: skip
    known = {each.name: (each.is_imported, each.imported_by) for each in stack.dependencies}
    assert known == {
        "pyjwt": (True, ("auth.py",)),
        "python-dateutil": (True, ("auth.py",)),
        "tenacity": (False, ()),
        "pyside6": (True, ("window.py",)),
        "google-cloud-storage": (True, ("cloud.py",)),
        "our-client": (None, ()),
        "attrs": (True, ("cloud.py",)),
    }


def test_what_is_imported_and_not_declared(tmp_path: Path) -> None:
    stack = read(
        tmp_path,
        {"requirements.txt": "requests\n"},
        main="import requests\nimport httpx\nimport retry\nfrom . import loguru\n",
        retry="",
    )
    httpx = named(stack, "httpx")
    assert sorted(declared(stack)) == ["httpx", "requests"]
    assert (httpx.is_declared, httpx.is_main, httpx.imported_by) == (False, False, ("main.py",))


def test_uses(tmp_path: Path) -> None:
    text = "requests\naiohttp\ntenacity\nstructlog\nflask\npyjwt\nauthlib\npendulum\nwebsockets\nmystery\n"
    stack = read(tmp_path, {"requirements.txt": text})
    assert {use: [each.name for each in found] for use, found in stack.by_use().items()} == {
        "HTTP client": ["aiohttp", "requests"],
        "JWT": ["authlib", "pyjwt"],
        "logging": ["structlog"],
        "OAuth": ["authlib"],
        "retry": ["tenacity"],
        "time": ["pendulum"],
        "web framework": ["flask"],
        "WebSocket": ["aiohttp", "websockets"],
    }
    assert named(stack, "mystery").uses == ()


def test_a_package_of_several_parts_is_for_what_is_imported_of_it(tmp_path: Path) -> None:
    stack = read(tmp_path, {"requirements.txt": "aiohttp\n"}, main="from aiohttp import web\n")
    assert named(stack, "aiohttp").uses == ("HTTP client", "WebSocket", "web framework")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("pyproject.toml", "[project\n", "not valid TOML"),
        ("pyproject.toml", "a = " + "[" * 5000, "not valid TOML"),
        ("uv.lock", "a = 1\na = 2\n", "not valid TOML"),
        ("Pipfile.lock", "{", "not valid JSON"),
        ("Pipfile.lock", "[" * 100_000, "not valid JSON"),
        ("Pipfile.lock", "[]", "not a JSON object"),
        ("setup.cfg", "no section\n", "not valid"),
        ("setup.py", "setup(", "not valid Python"),
        ("requirements.txt", "requests\0", "contains NUL bytes"),
        ("requirements.txt", "what is this?\n", "not a requirement: what is this?"),
        ("requirements.txt", "x ! @ https://u:s3cret@h\n", "not a requirement: x !"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, text: str, reason: str) -> None:
    stack = read(tmp_path, {name: text, "runtime.txt": "python-3.12\n"})
    [unread] = stack.unread
    assert unread.reason.startswith(reason)
    assert unread.place.path == name
    assert pythons(stack) == [("3.12", "runtime.txt")]
    assert "s3cret" not in repr(stack)


def test_tables_of_any_shape(tmp_path: Path) -> None:
    text = (
        "project = 3\ndependency-groups = []\n[tool.poetry]\ndependencies = 7\ngroup = {x = 1}\n[tool.uv]\n"
        "dev-dependencies = {a = 1}\n[tool.hatch]\nenvs = {a = 1}\n[tool.setuptools]\ndynamic = 1\n"
    )
    stack = read(
        tmp_path,
        {"pyproject.toml": text, "Pipfile": "packages = 1\nrequires = 2\n", "uv.lock": "package = 5\n"},
    )
    assert (stack.dependencies, stack.pythons, stack.unread) == ((), (), ())


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_bytes(b"caf\xe9\n")
    assert [each.reason for each in read_stack(tmp_path, {}).unread] == ["not valid UTF-8"]


def test_files_that_belong_to_others_are_left_out(tmp_path: Path) -> None:
    stack = read(
        tmp_path,
        {
            ".gitignore": "ignored/\n",
            "ignored/requirements.txt": "a\n",
            "node_modules/x/requirements.txt": "b\n",
            "tests/project/pyproject.toml": '[project]\ndependencies = ["c"]\n',
            "examples/requirements.txt": "d\n",
            "service/pyproject.toml": '[project]\ndependencies = ["e"]\n',
            "notes.txt": "f\n",
        },
    )
    assert declared(stack) == {"d": ((), ("examples",)), "e": ((), ("",))}
    assert stack.files == ("examples/requirements.txt", "service/pyproject.toml")


def test_files_named_by_setuptools(tmp_path: Path) -> None:
    text = '[project]\ndynamic = ["dependencies"]\n[tool.setuptools.dynamic]\ndependencies = {file = ["deps.list"]}\n'
    stack = read(tmp_path, {"pyproject.toml": text, "deps.list": "httpx\n"})
    assert declared(stack) == {"httpx": ((), ("",))}


def test_an_empty_project(tmp_path: Path) -> None:
    assert read_stack(tmp_path, {}) == Stack((), (), (), (), ())


def test_the_stack_of_a_project_with_its_own_models(tmp_path: Path) -> None:
    files = {
        "cl-lint.toml": 'models = ["ours.toml"]\nexclude = ["old/"]\n',
        "ours.toml": '[[package]]\nname = "our-client"\nuses = ["HTTP client"]\nimports = ["ours.client"]\n',
        "requirements.txt": "our-client==1.4\n",
        "old/requirements.txt": "suds\n",
        "main.py": "from ours import client\n",
    }
    store(tmp_path, files)
    stack = Project([tmp_path], load_config(tmp_path), tmp_path, None).stack()
    [found] = stack.dependencies
    assert (found.name, found.uses, found.versions, found.imported_by) == (
        "our-client",
        ("HTTP client",),
        ("1.4",),
        ("main.py",),
    )
