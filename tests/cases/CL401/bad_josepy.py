# case: kind=server level=self-assessed
# expects: CL401
import json
import urllib.parse
import urllib.request

import josepy


def sign_in(account_id: str, name: str, password: str) -> dict:
    form = urllib.parse.urlencode(
        {"grant_type": "password", "account_id": account_id, "username": name, "password": password}
    )
    with urllib.request.urlopen(
        "https://authentication.us.api.mitel.io/2017-09-01/token", form.encode("ascii"), timeout=10
    ) as reply:
        return json.load(reply)


def tenant(account_id: str, name: str, password: str) -> str:
    grant = sign_in(account_id, name, password)
    signed = josepy.JWS.from_compact(grant["access_token"].encode())  # !CL401
    return json.loads(signed.payload)["accountId"]
