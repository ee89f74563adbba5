import requests

from . import claims


class Chat:
    def __init__(self, bearer: str) -> None:
        self._session = requests.Session()
        self._session.headers["Authorization"] = "Bearer %s" % bearer
        self._me = claims.middle(bearer)["userId"]

    def mine(self) -> list[dict]:
        answer = self._session.get("https://chat.eu.api.mitel.io/2017-09-01/conversations", timeout=15)
        answer.raise_for_status()
        return [item for item in answer.json()["_embedded"]["items"] if item["owner"] == self._me]
