"""Outcomes are told apart in three ways, and the failed one is always logged."""
import logging
from dataclasses import dataclass, field

import httpx

log = logging.getLogger(__name__)


@dataclass
class Result:
    ok: bool
    value: object = None
    problem: str = ""
    ids: dict = field(default_factory=dict)

    def failed(self):
        return not self.ok


def ask(path):
    try:
        reply = httpx.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=10)
        reply.raise_for_status()
    except httpx.HTTPStatusError as error:
        return Result(False, problem=f"{error}: {error.response.text}", ids=dict(error.response.headers))
    except httpx.RequestError as error:
        return Result(False, problem=str(error))
    return Result(True, reply.json())


def user(ident):
    found = ask(f"/users/{ident}")
    if found.ok:
        return found.value
    log.error("user %s: %s %s", ident, found.problem, found.ids)
    return None


def names():
    found = ask("/users")
    if not found.ok:
        log.error("users: %s %s", found.problem, found.ids)
        return []
    return [u["name"] for u in found.value["_embedded"]["items"]]
