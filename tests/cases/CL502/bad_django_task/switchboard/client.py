import httpx
from django.conf import settings


class CloudLink:
    def __init__(self, service: str) -> None:
        self.http = httpx.Client(
            base_url=f"https://{service}.eu.api.mitel.io/2017-09-01",
            headers={"Authorization": f"Bearer {settings.CLOUDLINK_TOKEN}"},
        )

    def create(self, path: str, body: dict) -> dict:
        answer = self.http.post(path, json=body)
        answer.raise_for_status()
        return answer.json()
