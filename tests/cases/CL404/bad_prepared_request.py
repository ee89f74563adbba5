# case: kind=unknown level=self-assessed
# expects: CL404
import os
import sys

import requests


def portal_link(redirect_uri: str) -> str:
    order = requests.Request(
        "GET",
        "https://auth.mitel.io/authorize",  # !CL404
        params={
            "response_type": "code",
            "client_id": os.environ["CLIENT_ID"],
            "redirect_uri": redirect_uri,
        },
    )
    return order.prepare().url


if __name__ == "__main__":
    print("Open this page to sign in:", portal_link(sys.argv[1]))
