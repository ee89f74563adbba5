# case: kind=unknown level=self-assessed
# expects: CL106
import sys

import requests


def fetch(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    reply.raise_for_status()
    return reply.json()


def main():
    try:
        print(fetch(sys.argv[1])["name"])
    except requests.RequestException as error:
        sys.stderr.write(f"{error}\n")  # !CL106
        return 2
    return 0


sys.exit(main())
