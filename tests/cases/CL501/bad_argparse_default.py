# case: kind=client level=self-assessed
# expects: CL501
import argparse

import requests


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The desk lamp")
    parser.add_argument("--transport", default="webhook")
    parser.add_argument("--address", default="https://lamp.example.com/in")
    parser.add_argument("user")
    parser.add_argument("token")
    return parser.parse_args()


def main() -> None:
    args = options()
    answer = requests.post(  # !CL501
        "https://notifications.api.mitel.io/2017-09-01/subscriptions",
        headers={"Authorization": f"Bearer {args.token}"},
        json={
            "applicationId": "lamp",
            "deviceId": args.address,
            "transport": args.transport,
            "topic": "platform-api-presence",
            "subjectFilter": args.user,
        },
        timeout=10,
    )
    answer.raise_for_status()


if __name__ == "__main__":
    main()
