import requests


class Service:
    host = ""

    def __init__(self, client_id: str) -> None:
        self.client_id = client_id
        self.session = requests.Session()

    def post(self, path: str, body: dict) -> dict:
        body.setdefault("client_id", self.client_id)
        reply = self.session.post(f"https://{self.host}/2017-09-01/{path}", json=body, timeout=10)
        reply.raise_for_status()
        return reply.json()
