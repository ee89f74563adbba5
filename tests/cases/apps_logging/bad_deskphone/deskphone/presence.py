from __future__ import annotations

from deskphone.api import Api, Service
from deskphone.report import report


class Presence:
    def __init__(self, api: Api, user_id: str) -> None:
        self._api = api
        self._user_id = user_id

    def set(self, state: str) -> bool:
        path = f"/presentities/{self._user_id}"
        answer = self._api.send(Service.PRESENCE, "PUT", path, json={"state": state})
        match answer.status_code:
            case 200 | 202 | 204:
                return True
            case _:  # !CL101
                return False
