# expects: CL101
import json
from pathlib import Path
from types import MappingProxyType

import requests

BUILT_IN = MappingProxyType({"urls": {"admin": "https://admin.api.mitel.io/2017-09-01"}, "wait": 10})


class Options(dict):
    @classmethod
    def read(cls, path):
        values = dict(BUILT_IN)
        if path.exists():
            values.update(json.loads(path.read_text()))
        return cls(values)

    def __getattr__(self, name):
        return self[name]


options = Options.read(Path("options.json"))


def users(account):
    reply = requests.get(f"{options.urls['admin']}/accounts/{account}/users", timeout=options["wait"])
    if reply.status_code >= 400:  # !CL101
        return []
    return reply.json()["_embedded"]["items"]
