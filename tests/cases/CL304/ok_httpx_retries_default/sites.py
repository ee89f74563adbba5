import httpx

from net import transport


def sites(token: str, account_id: str) -> list[dict]:
    with httpx.Client(headers={"Authorization": f"Bearer {token}"}, transport=transport()) as http:
        resp = http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites")
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
