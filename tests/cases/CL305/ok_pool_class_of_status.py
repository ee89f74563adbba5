# case: kind=server level=self-assessed
# expects:
import json
from urllib.parse import urlencode

import urllib3

pool = urllib3.PoolManager(headers={"Accept": "application/json"})


def find_users(account_id, name, token):
    query = urlencode({"$filter": "name eq '%s'" % name})
    reply = pool.request(
        "GET",
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users?{query}",
        headers={"Authorization": f"Bearer {token}"},
    )
    if reply.status // 100 != 2:
        raise LookupError(f"{reply.status} {reply.reason} for account {account_id}")
    return json.loads(reply.data.decode())["_embedded"]["items"]
