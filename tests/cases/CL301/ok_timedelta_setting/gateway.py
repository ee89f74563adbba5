import time

import requests

from policy import DEFAULT, RetryPolicy


class Gateway:
    def __init__(self, headers: dict[str, str], policy: RetryPolicy = DEFAULT) -> None:
        self.session = requests.Session()
        self.session.headers.update(headers)
        self.policy = policy

    def devices(self, account_id: str) -> dict:
        for number in range(self.policy.retries + 1):
            try:
                resp = self.session.get(
                    f"https://admin.eu.api.mitel.io/2017-09-01/accounts/{account_id}/devices", timeout=10
                )
                break
            except requests.ConnectionError:
                if number == self.policy.retries:
                    raise
                time.sleep(self.policy.pause.total_seconds())
        resp.raise_for_status()
        return resp.json()
