# case: kind=server level=self-assessed
# expects:
import logging

import niquests

log = logging.getLogger("mailer")


class Invitations:
    def __init__(self, account_id, token):
        self.account_id = account_id
        self.session = niquests.Session(
            base_url="https://admin.api.mitel.io/2017-09-01", headers={"Authorization": f"Bearer {token}"}
        )
        self.failed = 0

    def invite(self, email):
        answer = self.session.post(f"/accounts/{self.account_id}/invitations", json={"email": email}, timeout=10)
        if not answer.ok:
            log.error("%s not invited: %s %s %s", email, answer.status_code, answer.text, dict(answer.headers))
            self.failed += 1
            log.warning("%d invitations failed so far", self.failed)
            return False
        return True
