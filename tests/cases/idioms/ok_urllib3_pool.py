# case: kind=server level=self-assessed
# expects:
import json
import logging
import time

import urllib3

log = logging.getLogger(__name__)
pool = urllib3.PoolManager(retries=False, timeout=10)


def users(token):
    for attempt in range(1, 5):
        reply = pool.request(
            "GET", "https://admin.api.mitel.io/2017-09-01/users", headers={"Authorization": f"Bearer {token}"}
        )
        if reply.status == 200:
            return json.loads(reply.data)
        if reply.status not in (429, 503) or attempt == 4:
            log.error("users: %s %s %s", reply.status, reply.data.decode(), dict(reply.headers))
            return []
        after = reply.headers.get("retry-after")
        time.sleep(max(int(after), 2) if after and after.isdecimal() else 4 * attempt)
