# case: kind=server level=self-assessed
# expects:
import argparse

import requests


def main() -> None:
    parser = argparse.ArgumentParser(description="Who am I, as CloudLink sees it")
    parser.add_argument("token")
    parser.add_argument("--timeout", type=float, default=10)
    options = parser.parse_args()
    if options.timeout <= 0:
        parser.error("the timeout must be above zero")
    response = requests.get(
        "https://authentication.api.mitel.io/2017-09-01/token",
        headers={"Authorization": f"Bearer {options.token}"},
        timeout=options.timeout,
    )
    response.raise_for_status()
    print(response.json()["userId"])


main()
