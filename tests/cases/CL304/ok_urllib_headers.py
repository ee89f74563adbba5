# case: kind=server level=self-assessed
# expects:
import json
import time
import urllib.error
import urllib.request


def read(path: str, token: str) -> dict:
    request = urllib.request.Request(
        "https://admin.api.mitel.io/2017-09-01" + path, headers={"Authorization": "Bearer " + token}
    )
    left = 3
    while True:
        try:
            with urllib.request.urlopen(request, timeout=10) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            if error.code != 429 or not left:
                raise
            left -= 1
            time.sleep(int(error.headers.get("Retry-After", 10)))
