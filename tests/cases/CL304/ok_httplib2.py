# case: kind=server level=self-assessed
# expects:
import json
import time

import httplib2


def contacts(account_id: str, token: str) -> list[dict]:
    http = httplib2.Http(timeout=10)
    url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts"
    for attempt in range(4):
        reply, content = http.request(url, headers={"Authorization": f"Bearer {token}"})
        if reply.status in (429, 503) and attempt < 3:
            time.sleep(int(reply.get("retry-after", 5)))  # httplib2 keeps its keys in lower case
            continue
        if reply.status >= 400:
            raise RuntimeError(f"{url}: {reply.status} {content!r}")
        return json.loads(content)["_embedded"]["items"]
    raise AssertionError
