import requests

from tokens import Tokens


def me(tokens: Tokens) -> dict:
    for renewed in (False, True):
        resp = requests.get(
            "https://admin.api.mitel.io/2017-09-01/users/me",
            headers={"Authorization": f"Bearer {tokens.access}"},
            timeout=10,
        )
        if resp.status_code == 401 and not renewed:
            tokens.renew()
            continue
        resp.raise_for_status()
        return resp.json()
    raise AssertionError
