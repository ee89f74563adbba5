# case: kind=server level=self-assessed
# expects: CL601
import http.client
import json


class Director:
    def __init__(self, token: str) -> None:
        self.headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}

    def contacts(self) -> dict:
        connection = http.client.HTTPSConnection("director.eu.api.mitel.io", timeout=10)
        connection.request("GET", "/2017-09-01/contacts", headers=self.headers)  # !CL601
        reply = connection.getresponse()
        if reply.status != 200:
            raise RuntimeError(f"{reply.status} {reply.reason} {reply.read()!r}")
        return json.load(reply)
