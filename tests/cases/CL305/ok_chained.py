# case: kind=server level=self-assessed
# expects:
import httpx

ADMIN = httpx.URL("https://admin.us.api.mitel.io/2017-09-01/")


def account_name(account_id: str, token: str) -> str:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(ADMIN.join(f"accounts/{account_id}"), headers=headers).raise_for_status().json()["name"]
