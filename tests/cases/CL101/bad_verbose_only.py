# case: kind=server level=self-assessed
# expects: CL101
import logging

import requests

log = logging.getLogger("tags")


class Tagger:
    BASE = "https://admin.eu.api.mitel.io/2017-09-01"

    def __init__(self, account_id, token, verbose=False):
        self.account_id = account_id
        self.verbose = verbose
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token

    def tag(self, user_id, name):
        url = "%s/accounts/%s/users/%s/tags" % (self.BASE, self.account_id, user_id)
        response = self.session.post(url, json={"name": name}, timeout=10)
        if response.status_code >= 400:  # !CL101
            if self.verbose:
                log.error(
                    "user %s not tagged: %s %s %s",
                    user_id,
                    response.status_code,
                    response.text,
                    response.headers,
                )
            return False
        return True
