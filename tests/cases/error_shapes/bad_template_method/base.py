import abc

import requests


class Resource(abc.ABC):
    host = "https://admin.api.mitel.io"
    version = "2017-09-01"

    def __init__(self, session: requests.Session) -> None:
        self.session = session

    @property
    @abc.abstractmethod
    def path(self) -> str: ...

    def fetch(self, **params) -> list[dict]:
        reply = self.session.get(f"{self.host}/{self.version}/{self.path}", params=params, timeout=10)
        try:
            reply.raise_for_status()
        except requests.HTTPError as error:
            return self.on_error(error)
        return reply.json()["_embedded"]["items"]

    def on_error(self, error: requests.HTTPError) -> list[dict]:
        raise error
