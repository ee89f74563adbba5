import requests


class Tokens:
    def __init__(self, client_id: str, refresh_token: str) -> None:
        self.client_id = client_id
        self.refresh_token = refresh_token
        self.access = ""

    def renew(self) -> str:
        resp = requests.post(
            "https://authentication.api.mitel.io/2017-09-01/token",
            json={
                "grant_type": "refresh_token",
                "refresh_token": self.refresh_token,
                "client_id": self.client_id,
            },
            timeout=10,
        )
        resp.raise_for_status()
        self.access = resp.json()["access_token"]
        return self.access
