# case: kind=unknown level=self-assessed
# expects: CL102
import json
import logging
import urllib.error
import urllib.request

log = logging.getLogger("cl")
OPENER = urllib.request.build_opener()


def call(method, path, body=None, token=""):
    request = urllib.request.Request(
        "https://admin.api.mitel.io/2017-09-01" + path,
        data=json.dumps(body).encode() if body is not None else None,
        headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
        method=method,
    )
    try:
        with OPENER.open(request, timeout=10) as reply:
            return json.load(reply)
    except urllib.error.HTTPError as exc:
        log.error("%s %s: %d %s", method, path, exc.code, exc.read().decode())  # !CL102
        raise
