# case: kind=server level=self-assessed
# expects:
import json
import time
import urllib.error
import urllib.request

BASE = "https://admin.api.mitel.io/2017-09-01"


def read(path: str, token: str) -> dict:
    request = urllib.request.Request(BASE + path, headers={"Authorization": "Bearer " + token})
    for attempt in (1, 2, 3):
        try:
            with urllib.request.urlopen(request, timeout=10) as reply:
                return json.load(reply)
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError:
            if attempt == 3:
                raise
            time.sleep(4)
    raise AssertionError
