# expects: CL101
"""The flag of a failed outcome is asked, and nothing told."""
from dataclasses import dataclass

import httpx


@dataclass
class Result:
    ok: bool
    value: object = None


def ask(path):
    reply = httpx.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=10)
    if reply.is_error:
        return Result(False)
    return Result(True, reply.json())


def user(ident):
    found = ask(f"/users/{ident}")
    if not found.ok:  # !CL101
        return None
    return found.value
