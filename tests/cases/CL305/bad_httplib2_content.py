# case: kind=server level=self-assessed
# expects: CL305
import json

import httplib2

cloud = ""
admin_url = "https://admin" + cloud + ".api.mitel.io/2017-09-01"
http = httplib2.Http(timeout=15)


def get_accounts(token):
    _, content = http.request(  # !CL305
        admin_url + "/accounts", method="GET", headers={"Authorization": "Bearer " + token}
    )
    accounts = json.loads(content)
    return dict((a["accountId"], a["name"]) for a in accounts["_embedded"]["items"])
