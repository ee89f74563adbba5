# case: kind=server level=self-assessed
# expects:
import json

import urllib3

http = urllib3.PoolManager(timeout=urllib3.Timeout(5))
HOST = "https://admin.api.mitel.io"
VERSION = "2017-09-01"


def sites(account_id, token):
    r = http.request(
        "GET",
        "/".join([HOST, VERSION, "accounts", account_id, "sites"]),
        headers={"Authorization": "Bearer %s" % token},
    )
    result = []
    if r.status == 204:
        return result
    if r.status != 200:
        raise OSError("sites of %s: %s %s" % (account_id, r.status, r.data))
    for site in json.loads(r.data)["_embedded"]["items"]:
        result.append((site["siteId"], site["name"]))
    return result
