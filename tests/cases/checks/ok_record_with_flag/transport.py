from dataclasses import dataclass, field

import requests


@dataclass
class Outcome:
    status: int
    body: dict
    headers: dict = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


def send(method: str, path: str, **options) -> Outcome:
    reply = requests.request(method, "https://admin.api.mitel.io/2017-09-01" + path, timeout=10, **options)
    return Outcome(reply.status_code, reply.json() if reply.content else {}, dict(reply.headers))
