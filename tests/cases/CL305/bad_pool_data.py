# case: kind=server level=self-assessed
# expects: CL305
import json
from urllib.parse import urlencode

import urllib3

pool = urllib3.PoolManager(headers={"Accept": "application/json"})


def find_users(account_id, name, token):
    query = urlencode({"$filter": "name eq '%s'" % name})
    reply = pool.request(  # !CL305
        "GET",
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users?{query}",
        headers={"Authorization": f"Bearer {token}"},
    )
    return json.loads(reply.data.decode())["_embedded"]["items"]
