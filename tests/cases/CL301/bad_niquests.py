# case: kind=server level=self-assessed
# expects: CL301
import niquests


def sites(account_id: str, headers: dict[str, str]) -> list[dict]:
    with niquests.Session(retries=2) as session:  # !CL301
        session.headers.update(headers)
        resp = session.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites", timeout=10)
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
