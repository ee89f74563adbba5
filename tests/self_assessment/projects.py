"""Projects for tests of the report, and how a report on them is made."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from cl_lint.cli import group

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORMATS = ("html", "markdown", "json", "text")
HOSTILE = "</script><img src=x onerror=alert(1)>[a](javascript:alert(2))`**\x1b]0;x\x07\u202eexe.gnp"
SECRET = "Tr0ub4dor-and-3-more"

CLIENT = """\
import base64

import requests

BASE = "https://admin.us.api.mitel.io/2017-09-01"


def users(token: str) -> list:
    client_secret = "Tr0ub4dor-and-3-more"; response = requests.get(f"{BASE}/users", headers={"a": token})
    return response.json()["_embedded"]["items"]
"""


def report(*arguments: str) -> Result:
    """What the command does with these arguments."""
    return CliRunner().invoke(group, ["report", "--quiet", *arguments])


def hostile_project(root: Path) -> Path:
    """An application whose names, lines, documentation and statements hold markup and terminal commands."""
    name = 'x"><svg onload=alert(3)>`|\u202e.py'
    shown = HOSTILE.replace("\x1b", "").replace("\x07", "")
    (root / name).write_text(
        f'"""{shown}"""\nimport requests\n\n\ndef f(session):\n'
        f'    return requests.get("https://admin.us.api.mitel.io/users?q={shown}").json()  # {shown}\n',
        encoding="utf-8",
    )
    (root / "cl-lint.toml").write_text(
        '[[waivers]]\nrule = "CL601"\npath = "*"\nby = "B <b>"\nexpires = 2999-01-01\n'
        f"reason = '{shown}'\n",
        encoding="utf-8",
    )
    (root / "README.md").write_text(f"# {shown}\n\n{shown}\n", encoding="utf-8")
    (root / "pyproject.toml").write_text(
        f"[project]\nname = 'n {shown}'\ndescription = '{shown}'\n", encoding="utf-8"
    )
    (root / "cl-lint-attestations.toml").write_text(
        f"[attestations.\"logging.retrievable\"]\nstatement = '{shown}'\nby = 'A <i>'\ndate = 2026-01-31\n",
        encoding="utf-8",
    )
    return root


def many_findings(root: Path, number: int) -> Path:
    """An application with `number` calls that nothing checks, fifty in each module."""
    for start in range(0, number, 50):
        lines = [
            f'def f{n}():\n    return requests.get(BASE + "/users/{n}").json()\n'
            for n in range(start, start + 50)
        ]
        text = 'import requests\n\nBASE = "https://admin.us.api.mitel.io/2017-09-01"\n\n' + "\n".join(lines)
        (root / f"part_{start}.py").write_text(text, encoding="utf-8")
    return root
