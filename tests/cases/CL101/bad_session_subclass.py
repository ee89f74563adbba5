# case: kind=server level=self-assessed
# expects: CL101
import requests


class CloudLinkSession(requests.Session):
    """Paths are relative to the admin service; a refused request gives None."""

    root = "https://admin.us.api.mitel.io/2017-09-01"

    def __init__(self, token):
        super().__init__()
        self.headers["Authorization"] = f"Bearer {token}"

    def request(self, method, url, *args, **kwargs):
        kwargs.setdefault("timeout", 12)
        answer = super().request(method, self.root + url, *args, **kwargs)
        if not answer.ok:  # !CL101
            return None
        return answer


def groups(token, account_id):
    with CloudLinkSession(token) as session:
        answer = session.get(f"/accounts/{account_id}/groups")
        return [] if answer is None else answer.json()["_embedded"]["items"]
