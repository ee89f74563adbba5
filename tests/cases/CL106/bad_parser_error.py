# case: kind=server level=self-assessed
# expects: CL106
import argparse

import requests


def main() -> None:
    parser = argparse.ArgumentParser(description="Who am I, as CloudLink sees it")
    parser.add_argument("token")
    options = parser.parse_args()
    response = requests.get(
        "https://authentication.api.mitel.io/2017-09-01/token",
        headers={"Authorization": f"Bearer {options.token}"},
        timeout=10,
    )
    if not response.ok:
        parser.error(f"CloudLink answered {response.status_code}: {response.text}")  # !CL106
    print(response.json()["userId"])


main()
