import json
from urllib.parse import urljoin

import urllib3


class Resource:
    path = ""
    host = "https://admin.us.api.mitel.io"

    def __init__(self, token: str) -> None:
        self._pool = urllib3.PoolManager()
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def get(self, suffix: str = "") -> dict:
        raw = self._pool.request("GET", urljoin(self.host, self.path + suffix), headers=self._headers)  # !CL305
        return json.loads(raw.data)
