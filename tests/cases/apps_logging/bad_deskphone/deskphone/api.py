from __future__ import annotations

import uuid
from enum import Enum
from typing import Final

import requests

VERSION: Final = "2017-09-01"


class Service(Enum):
    MEDIA = "media"
    PRESENCE = "presence"


class Api:
    def __init__(self, token: str, region: str) -> None:
        self.region = region
        self._session = requests.Session()
        self._session.headers.update(
            {
                "Authorization": f"Bearer {token}",
                "x-mitel-app": f"app=Deskphone/0.4;platform=macos/14;session-id={uuid.uuid4()}",
            }
        )

    def send(self, service: Service, method: str, path: str, **options: object) -> requests.Response:
        """The answer, whatever it is."""
        url = "https://{}.{}.api.mitel.io/{}{}".format(service.value, self.region, VERSION, path)
        return self._session.request(method, url, timeout=8, **options)

    def fetch(self, service: Service, path: str) -> dict:
        """The body of the answer; raises requests.HTTPError for an error."""
        answer = self.send(service, "GET", path)
        answer.raise_for_status()
        return answer.json()
