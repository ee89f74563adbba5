import requests
from tenacity import retry

from retries import SETTINGS


@retry(**SETTINGS)  # !CL304
def rooms(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/rooms", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
