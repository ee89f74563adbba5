# case: kind=server level=self-assessed
# expects:
import json

import httplib2

cloud = ""
admin_url = "https://admin" + cloud + ".api.mitel.io/2017-09-01"
http = httplib2.Http(timeout=15)


def get_accounts(token):
    reply, content = http.request(
        admin_url + "/accounts", method="GET", headers={"Authorization": "Bearer " + token}
    )
    if reply["status"] != "200":
        raise IOError("accounts: %s %s" % (reply["status"], content))
    accounts = json.loads(content)
    return dict((a["accountId"], a["name"]) for a in accounts["_embedded"]["items"])
