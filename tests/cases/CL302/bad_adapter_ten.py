# case: kind=server level=self-assessed
# expects: CL301 CL302
import requests
from requests.adapters import HTTPAdapter


def users(account_id: str, headers: dict[str, str]) -> list[dict]:
    with requests.Session() as session:
        session.mount("https://", HTTPAdapter(max_retries=10))  # !CL301 CL302
        resp = session.get(
            f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=headers, timeout=10
        )
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
