import requests

BASE = "https://admin.api.mitel.io/2017-09-01"


class Client:
    def __init__(self, token: str) -> None:
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def tags(self, account_id: str) -> list:
        reply = self.http.get(f"{BASE}/accounts/{account_id}/tags", timeout=10)
        reply.raise_for_status()
        return reply.json()
