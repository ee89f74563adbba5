import logging
import time

import httpx

log = logging.getLogger("clinv")


def patient(call):
    """Calls until it works."""
    waits = iter([2, 4, 8, 16, 32, 60, 60, 60])  # !CL302
    while True:
        reply = call()
        if reply.status_code not in (429, 503):
            return reply
        pause = next(waits, None)
        if pause is None:
            return reply
        time.sleep(max(pause, int(reply.headers.get("Retry-After", 0))))


def client(token):
    return httpx.Client(
        base_url="https://admin.api.mitel.io/2017-09-01/", headers={"Authorization": f"Bearer {token}"}
    )


def items(http, path):
    url = path
    while url:
        reply = patient(lambda: http.get(url))
        if reply.is_error:
            log.error("%s: %s %s", url, reply.status_code, reply.text)  # !CL102
            raise LookupError(path)
        page = reply.json()
        yield from page["_embedded"]["items"]
        url = page["_links"].get("next", {}).get("href")
