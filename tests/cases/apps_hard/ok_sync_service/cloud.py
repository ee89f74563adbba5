import requests

from retrying import retried
from settings import settings


class CloudLink:
    def __init__(self) -> None:
        self._http = requests.Session()
        self._http.headers["Authorization"] = f"Bearer {settings.token}"

    @retried(settings.attempts, settings.pause)
    def _get(self, path: str, **params) -> dict:
        reply = self._http.get(settings.admin + path, params=params, timeout=10)
        reply.raise_for_status()
        return reply.json()

    def users(self, account_id: str) -> list[dict]:
        return self._get(f"/accounts/{account_id}/users", **{"$top": 100})["_embedded"]["items"]
