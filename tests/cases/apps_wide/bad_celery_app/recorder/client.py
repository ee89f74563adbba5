import os

import requests


def base(service):
    return "https://{}.{}/2017-09-01".format(service, os.environ.get("CL_DOMAIN") or "api.mitel.io")


class Media:
    root = base("media")

    def __init__(self, http=None):
        self.http = http or requests

    def recording(self, call_id):
        reply = self.http.get(f"{self.root}/calls/{call_id}/recording", timeout=60, stream=True)
        reply.raise_for_status()
        return reply.iter_content(1 << 16)

    def tag(self, call_id, **tags):
        return self.http.put(f"{self.root}/calls/{call_id}/tags", json=tags, timeout=10)
