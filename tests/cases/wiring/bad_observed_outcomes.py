# case: kind=server level=self-assessed
# expects: CL102
"""Command pattern with a dispatcher and a registry by decorator; results as dataclasses."""
from __future__ import annotations

import dataclasses
import logging
from typing import Callable, ClassVar, Protocol

import requests

log = logging.getLogger(__name__)
ROOT = "https://admin.api.mitel.io/2017-09-01"


class Command(Protocol):
    def run(self, http: requests.Session) -> requests.Response: ...


@dataclasses.dataclass
class Outcome:
    command: Command
    response: requests.Response | None = None
    error: Exception | None = None

    @property
    def ok(self) -> bool:
        return self.error is None and self.response is not None and self.response.ok


@dataclasses.dataclass
class CreateUser:
    account: str
    name: str

    def run(self, http):
        return http.post(f"{ROOT}/accounts/{self.account}/users", json={"name": self.name}, timeout=5)


@dataclasses.dataclass
class DeleteUser:
    user: str

    def run(self, http):
        return http.delete(f"{ROOT}/users/{self.user}", timeout=5)


class Dispatcher:
    observers: ClassVar[list[Callable[[Outcome], None]]] = []

    def __init__(self) -> None:
        self.http = requests.Session()

    def dispatch(self, command: Command) -> Outcome:
        try:
            outcome = Outcome(command, response=command.run(self.http))
        except requests.RequestException as error:
            outcome = Outcome(command, error=error)
        for observer in self.observers:
            observer(outcome)
        return outcome


def audit(outcome: Outcome) -> None:
    if outcome.ok:
        return
    if outcome.response is not None:
        log.error(  # !CL102
            "%s: %s %s %s",
            outcome.command,
            outcome.response.status_code,
            outcome.response.text,
            outcome.response.headers.get("x-mitel-correlation-id"),
        )
    else:
        log.error("%s: %s", outcome.command, outcome.error)


Dispatcher.observers.append(audit)


def main() -> None:
    dispatcher = Dispatcher()
    for command in (CreateUser("a", "n"), DeleteUser("u")):
        if not dispatcher.dispatch(command).ok:
            break
