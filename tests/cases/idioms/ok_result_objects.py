# case: kind=server level=self-assessed
# expects:
import logging
from dataclasses import dataclass
from typing import Generic, TypeVar

import requests

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Failed:
    status: int
    text: str
    headers: dict


def ask(path) -> "Ok[dict] | Failed":
    reply = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=9)
    if reply.ok:
        return Ok(reply.json())
    return Failed(reply.status_code, reply.text, dict(reply.headers))


def user(ident):
    match ask(f"/users/{ident}"):
        case Ok(value):
            return value
        case Failed(404):
            return None
        case Failed() as failed:
            log.error("user %s: %s", ident, failed)
            return None
