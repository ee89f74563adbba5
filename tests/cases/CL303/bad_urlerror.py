# case: kind=server level=self-assessed
# expects: CL303 CL304
import json
import time
import urllib.error
import urllib.request

BASE = "https://admin.api.mitel.io/2017-09-01"


def read(path: str, token: str) -> dict:
    request = urllib.request.Request(BASE + path, headers={"Authorization": "Bearer " + token})
    for attempt in (1, 2, 3):  # !CL304
        try:
            with urllib.request.urlopen(request, timeout=10) as reply:
                return json.load(reply)
        except urllib.error.URLError:  # an HTTPError is one  # !CL303
            if attempt == 3:
                raise
            time.sleep(4)
    raise AssertionError
