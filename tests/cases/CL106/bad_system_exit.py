# case: kind=server level=self-assessed
# expects: CL106
import json
import urllib.error
import urllib.request


def load(path: str, token: str) -> dict:
    request = urllib.request.Request("https://admin.us.api.mitel.io/2017-09-01" + path)
    request.add_header("Authorization", "Bearer " + token)
    try:
        with urllib.request.urlopen(request) as reply:
            return json.load(reply)
    except urllib.error.URLError as err:
        raise SystemExit(f"{path}: {err.reason}") from err  # !CL106
