# case: kind=server level=self-assessed
# expects: CL102
import logging

import requests


class AccountReader:
    def __init__(self, token, logger=None):
        self.log = logger or logging.getLogger(type(self).__name__)
        self.headers = {"Authorization": "Bearer " + token}

    def read(self, account_id):
        resp = requests.get(
            "https://admin.api.mitel.io/2017-09-01/accounts/%s" % account_id,
            headers=self.headers,
            timeout=10,
        )
        if resp.status_code != requests.codes.ok:
            self.log.error(  # !CL102
                "account %s: HTTP %d %s (x-request-id %s, x-correlation-id %s)",
                account_id,
                resp.status_code,
                resp.text,
                resp.headers.get("x-request-id"),
                resp.headers.get("x-correlation-id"),
            )
            return None
        return resp.json()
