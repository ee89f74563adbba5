# case: kind=unknown level=self-assessed
# expects: CL106
import sys
from concurrent.futures import ThreadPoolExecutor

import requests

URL = "https://admin.api.mitel.io/2017-09-01/accounts/{}/users"


def main(accounts):
    get = lambda account: requests.get(URL.format(account), timeout=9)
    with ThreadPoolExecutor() as pool:
        for account, reply in zip(accounts, pool.map(get, accounts)):
            if reply.status_code != 200:
                print(account, reply.status_code, reply.text, file=sys.stderr)  # !CL106
                continue
            print(account, len(reply.json()))


main(sys.argv[1:])
