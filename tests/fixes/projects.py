"""Small applications to mend, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from cl_lint.fixing import Mending, mend
from cl_lint.result import Result
from cl_lint.run import check
from cl_lint.workspace import Part, plan

TIMES = """import requests
{imports}


def leave(conversation_id, headers, text, seconds=0):
{body}
    response = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{{conversation_id}}/messages",
        json={{"content": text, "sentOn": sent}},
        headers=headers,
        timeout=10,
    )
    response.raise_for_status()
"""


def times(imports: str, body: str) -> str:
    """An application in which `body` says when a message was `sent`."""
    return TIMES.format(imports=imports, body="\n".join(f"    {line}" for line in body.splitlines()))


def logs(setup: str) -> str:
    """An application with this logging set-up at its top."""
    call = (
        "\n\n\ndef users(account_id, headers):\n"
        '    url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users"\n'
        "    response = requests.get(url, headers=headers, timeout=10)\n"
        "    response.raise_for_status()\n"
        "    return response.json()\n"
    )
    return setup.rstrip("\n") + call


def checked(root: Path) -> tuple[Part, Result]:
    (part,) = plan([root])
    return part, check(part.paths, part.config, part.root)


def mended(
    root: Path, text: str | bytes, code: str, unsafe: bool = False, settings: str = ""
) -> tuple[bytes, Mending]:
    """What `app.py` with this text is to hold after the fixes of one rule, and what was done."""
    (root / "cl-lint.toml").write_text(f'kind = "server"\n{settings}')
    data = text if isinstance(text, bytes) else text.encode()
    (root / "app.py").write_bytes(data)
    part, result = checked(root)
    wanted = [finding for finding in result.open_findings if finding.code == code]
    assert wanted, [(f.code, f.place.line, f.message) for f in result.findings]
    done = mend(part, result, wanted, unsafe)
    return (done.files[0].new if done.files else data), done
