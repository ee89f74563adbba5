# case: kind=unknown level=self-assessed
# expects: CL502
"""Registers the hook once by hand: python register.py USER ADDRESS"""
import os
import sys

import urllib3

http = urllib3.PoolManager(headers={"Authorization": "Bearer " + os.environ["TOKEN"]})


def main(user_id: str, address: str) -> None:
    reply = http.request(  # !CL502
        "POST",
        "https://notifications.api.mitel.io/2017-09-01/subscriptions",
        json={"applicationId": "cli", "deviceId": address, "transport": "webhook",
              "topic": "platform-api-presence", "subjectFilter": user_id},
    )
    if reply.status >= 300:
        raise RuntimeError(f"{reply.status}: {reply.data!r}")
    print(reply.json()["subscriptionId"])


if __name__ == "__main__":
    main(*sys.argv[1:3])
