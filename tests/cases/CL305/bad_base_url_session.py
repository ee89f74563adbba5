# case: kind=server level=self-assessed
# expects: CL305
from requests_toolbelt.sessions import BaseUrlSession


class Admin(BaseUrlSession):
    def __init__(self, token: str) -> None:
        super().__init__(base_url="https://admin.us.api.mitel.io/2017-09-01/")
        self.headers["Authorization"] = f"Bearer {token}"


def site_names(token: str, account_id: str) -> list[str]:
    with Admin(token) as admin:
        body = admin.get(f"accounts/{account_id}/sites").json()  # !CL305
    return sorted(site["name"] for site in body["_embedded"]["items"])
