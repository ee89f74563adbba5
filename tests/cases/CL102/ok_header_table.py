# case: kind=server level=self-assessed
# expects:
import logging

import requests

CORRELATION = "X-MITEL-CORRELATION-ID"
AMAZON = "X-AMZN-REQUESTID"
SUPPORT_HEADERS = (CORRELATION, AMAZON)


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
            ids = {name: resp.headers.get(name) for name in SUPPORT_HEADERS}
            self.log.error("account %s: HTTP %d %s %s", account_id, resp.status_code, resp.text, ids)
            return None
        return resp.json()
