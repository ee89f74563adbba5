# expects: CL106
import logging

import httpx
from pyee import EventEmitter

log = logging.getLogger(__name__)
bus = EventEmitter()


@bus.on("failure")
def record(what, error):
    print(what, error.response.status_code, error)  # !CL106


def users(client: httpx.Client):
    try:
        resp = client.get("https://admin.api.mitel.io/2017-09-01/users")
        resp.raise_for_status()
    except httpx.HTTPStatusError as exc:
        bus.emit("failure", "users", exc)
        return None
    return resp.json()
