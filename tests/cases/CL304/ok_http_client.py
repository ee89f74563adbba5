# case: kind=server level=self-assessed
# expects:
import http.client
import json
import time

HOST = "admin.us.api.mitel.io"


def get(path: str, token: str) -> dict:
    tries = 0
    while tries < 4:
        connection = http.client.HTTPSConnection(HOST, timeout=10)
        connection.request("GET", "/2017-09-01" + path, headers={"Authorization": "Bearer " + token})
        reply = connection.getresponse()
        body = reply.read()
        tries += 1
        if reply.status == 503 and tries < 4:
            time.sleep(float(reply.getheader("Retry-After", 3 * tries)))
            continue
        if reply.status >= 400:
            raise RuntimeError(f"GET {path}: {reply.status} {reply.reason} {body!r}")
        return json.loads(body)
    raise AssertionError


def account(account_id: str, token: str) -> dict:
    return get(f"/accounts/{account_id}", token)
