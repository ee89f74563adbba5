import json

import urllib3

POOL = urllib3.PoolManager(headers={"Content-Type": "application/json"}, timeout=5.0)


class CloudLink:
    def __init__(self, token):
        self.headers = {"Authorization": "Bearer " + token}

    def note(self, account_id, text):
        POOL.request(  # !CL305
            "POST",
            f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/tags",
            body=json.dumps({"note": text, "at": text}),
            headers={**POOL.headers, **self.headers},
        )
