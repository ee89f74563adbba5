# case: kind=server level=self-assessed
# expects: CL305
from enum import Enum

import httpx


class Service(str, Enum):
    ADMIN = "https://admin.us.api.mitel.io/2017-09-01"
    CHAT = "https://chat.us.api.mitel.io/2017-09-01"


def read(service: Service, path: str, token: str) -> dict:
    with httpx.Client(headers={"Authorization": f"Bearer {token}"}) as http:
        return http.get(service.value + path).json()  # !CL305


def me(token: str) -> dict:
    return read(Service.ADMIN, "/users/me", token)
