# expects: CL102, CL103, CL305
from dataclasses import dataclass
from typing import Protocol

import requests
import structlog
from dependency_injector import containers, providers

log = structlog.get_logger()


class Settings:
    admin_url = "https://admin.api.mitel.io/2017-09-01"
    timeout = 10


class Transport(Protocol):
    def get(self, path: str) -> requests.Response: ...


class Http:
    def __init__(self, base_url: str, timeout: float) -> None:
        self._base_url = base_url
        self._timeout = timeout
        self._session = requests.Session()

    def get(self, path: str) -> requests.Response:
        return self._session.get(f"{self._base_url}{path}", timeout=self._timeout)


@dataclass
class Users:
    transport: Transport

    def one(self, ident: str) -> dict:
        reply = self.transport.get(f"/users/{ident}")
        if reply.status_code != 200:
            log.error("user_failed", user=ident, status=reply.status_code)  # !CL102 !CL103
            raise LookupError(ident)
        return reply.json()

    def all(self) -> list[dict]:
        return self.transport.get("/users").json()["_embedded"]["items"]  # !CL305


class Container(containers.DeclarativeContainer):
    http = providers.Singleton(Http, base_url=Settings.admin_url, timeout=Settings.timeout)
    users = providers.Factory(Users, transport=http)


def main() -> None:
    container = Container()
    print(container.users().one("1"), len(container.users().all()))
