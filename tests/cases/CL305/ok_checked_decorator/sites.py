import requests

from checks import checked

ADMIN = "https://admin.us.api.mitel.io/2017-09-01"


@checked(200)
def _read(path: str, token: str) -> requests.Response:
    return requests.get(ADMIN + path, headers={"Authorization": f"Bearer {token}"}, timeout=10)


@checked(200, 201)
def _create(path: str, token: str, body: dict) -> requests.Response:
    return requests.post(ADMIN + path, json=body, headers={"Authorization": f"Bearer {token}"}, timeout=10)


def copy_site(account_id: str, site_id: str, token: str) -> str:
    site = _read(f"/accounts/{account_id}/sites/{site_id}", token).json()
    site.pop("siteId")
    return _create(f"/accounts/{account_id}/sites", token, site).json()["siteId"]
