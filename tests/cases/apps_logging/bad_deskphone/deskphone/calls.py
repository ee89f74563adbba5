from __future__ import annotations

import requests
from loguru import logger

from deskphone.api import Api, Service
from deskphone.report import report


class Calls:
    def __init__(self, api: Api, endpoint_id: str) -> None:
        self._api = api
        self._endpoint_id = endpoint_id

    def active(self) -> list[dict]:
        path = f"/endpoints/{self._endpoint_id}/calls"
        try:
            return self._api.fetch(Service.MEDIA, path)["_embedded"]["items"]
        except requests.HTTPError as exc:
            report(exc.response, "calls not listed", endpoint_id=self._endpoint_id)
        except requests.RequestException as exc:
            print("the calls could not be listed:", exc)  # !CL106
        return []

    def hang_up(self, call_id: str) -> bool:
        answer = self._api.send(Service.MEDIA, "DELETE", f"/endpoints/{self._endpoint_id}/calls/{call_id}")
        if not answer.ok:
            report(answer, "call not ended", endpoint_id=self._endpoint_id)
        return answer.ok
