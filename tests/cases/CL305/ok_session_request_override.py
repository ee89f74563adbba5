# case: kind=server level=self-assessed
# expects:
from requests_toolbelt.sessions import BaseUrlSession


class Admin(BaseUrlSession):
    def __init__(self, token: str) -> None:
        super().__init__(base_url="https://admin.us.api.mitel.io/2017-09-01/")
        self.headers["Authorization"] = f"Bearer {token}"

    def request(self, method, url, *args, **kwargs):
        answer = super().request(method, url, *args, **kwargs)
        answer.raise_for_status()
        return answer


def site_names(token: str, account_id: str) -> list[str]:
    with Admin(token) as admin:
        body = admin.get(f"accounts/{account_id}/sites").json()
    return sorted(site["name"] for site in body["_embedded"]["items"])
