# case: kind=server level=self-assessed
# expects: CL303 CL304
import requests
from retry import retry


@retry(requests.exceptions.HTTPError, tries=3, delay=2, jitter=(1, 3))  # !CL303 CL304
def groups(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/groups", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
