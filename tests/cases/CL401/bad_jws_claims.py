# case: kind=unknown level=self-assessed
# expects: CL401
import argparse
import json

import requests
from jose import jws


def fetch(account: str, user: str, password: str) -> dict:
    reply = requests.request(
        "POST",
        "https://authentication.api.mitel.io/2017-09-01/token",
        json=dict(grant_type="password", account_id=account, username=user, password=password),
        timeout=20,
    )
    reply.raise_for_status()
    return reply.json()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("account")
    parser.add_argument("user")
    parser.add_argument("password")
    options = parser.parse_args()
    tokens = fetch(options.account, options.user, options.password)
    for name in ("access_token", "refresh_token"):
        print(name, json.loads(jws.get_unverified_claims(tokens[name])))  # !CL401


if __name__ == "__main__":
    main()
