# expects: CL102
import logging
from collections import defaultdict

import httpx

log = logging.getLogger(__name__)


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def subscribe(self, topic, fn):
        self._handlers[topic].append(fn)

    def publish(self, topic, *args):
        for fn in self._handlers[topic]:
            fn(*args)


bus = Bus()


def record(what, error):
    log.error("%s: %s", what, error)  # !CL102


bus.subscribe("failure", record)


def users(client: httpx.Client):
    try:
        resp = client.get("https://admin.api.mitel.io/2017-09-01/users")
        resp.raise_for_status()
    except httpx.HTTPStatusError as exc:
        bus.publish("failure", "users", exc)
        return None
    return resp.json()
