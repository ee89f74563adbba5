# case: kind=server level=self-assessed
# expects: CL101
import argparse
import sys

import httpx


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("account")
    parser.add_argument("--region", default="us")
    args = parser.parse_args()
    url = "https://admin.{0}.api.mitel.io/2017-09-01/accounts/{1}".format(args.region, args.account)
    try:
        answer = httpx.get(url, timeout=20)
        answer.raise_for_status()
    except httpx.HTTPError:  # !CL101
        sys.exit(3)
    print(answer.json()["name"])


if __name__ == "__main__":
    main()
