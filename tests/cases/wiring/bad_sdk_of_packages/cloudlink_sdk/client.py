from __future__ import annotations

from functools import cached_property

from .config import US, Environment
from .resources import Calls, Users
from .transport import Auth, HttpxTransport, Transport


class Client:
    def __init__(self, token: str, environment: Environment = US, transport: Transport | None = None) -> None:
        self.environment = environment
        self.transport = transport or HttpxTransport(Auth(token))

    @cached_property
    def users(self) -> Users:
        return Users(self)

    @cached_property
    def calls(self) -> Calls:
        return Calls(self)
