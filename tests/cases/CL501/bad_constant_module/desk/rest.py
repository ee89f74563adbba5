import requests


class Rest:
    def __init__(self, service: str, token: str) -> None:
        self._base = f"https://{service}.api.mitel.io/2017-09-01"
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def post(self, path: str, **body: object) -> dict:
        answer = self._session.post(self._base + path, json=body, timeout=10)
        answer.raise_for_status()
        return answer.json()
