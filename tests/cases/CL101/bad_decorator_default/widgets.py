import os

import requests

from quiet import default_on_error

ADMIN = os.environ.get("CLOUDLINK_ADMIN", "https://admin.api.mitel.io/2017-09-01")


def _get(path, token, **params):
    response = requests.get(ADMIN + path, params=params, headers={"Authorization": f"Bearer {token}"}, timeout=5)
    response.raise_for_status()
    return response.json()


@default_on_error([])
def recent_users(account_id, token):
    found = _get(f"/accounts/{account_id}/users", token, **{"$orderby": "createdOn", "$top": 5})
    return found["_embedded"]["items"]


@default_on_error({})
def account(account_id, token):
    return _get("/accounts/" + account_id, token)
