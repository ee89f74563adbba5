# case: kind=server level=self-assessed
# expects: CL101
import requests


class Api:
    def __init__(self, key, secret):
        self.key, self.secret = key, secret
        self._account = None

    @property
    def account(self):
        if self._account is None:
            reply = requests.get("https://admin.api.mitel.io/2017-09-01/accounts/me", timeout=5)
            reply.raise_for_status()
            self._account = reply.json()
        return self._account


def name(api: Api) -> str:
    try:
        return api.account["name"]
    except requests.RequestException:  # !CL101
        return ""
