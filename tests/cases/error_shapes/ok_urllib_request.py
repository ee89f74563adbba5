# case: kind=unknown level=self-assessed
# expects:
import json
import logging
import urllib.error
import urllib.request

log = logging.getLogger("cl")


def call(path, token):
    request = urllib.request.Request("https://admin.api.mitel.io/2017-09-01" + path)
    request.add_header("Authorization", "Bearer " + token)
    try:
        with urllib.request.urlopen(request, timeout=10) as reply:
            return json.load(reply)
    except urllib.error.HTTPError as exc:
        log.error(
            "GET %s: %s %s [%s %s]",
            path,
            exc.code,
            exc.reason,
            exc.headers["x-mitel-correlation-id"],
            exc.headers["x-amzn-requestid"],
        )
        raise
    except urllib.error.URLError as exc:
        log.error("GET %s: %s", path, exc.reason)
        raise
