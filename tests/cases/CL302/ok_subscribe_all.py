# case: kind=server level=self-assessed
# expects:
import logging
import time

import requests

log = logging.getLogger(__name__)
TOPICS = (
    "platform-api-media",
    "platform-api-presence",
    "platform-api-conversations",
    "platform-api-admin",
    "platform-api-director",
    "platform-api-workflow",
    "platform-api-router",
)


def subscribe_all(account_id: str, headers: dict[str, str]) -> list[str]:
    """One request for each topic, half a second apart: no retry at all."""
    made = []
    for topic in TOPICS:
        resp = requests.post(
            "https://notifications.api.mitel.io/2017-09-01/subscriptions",
            json={"transport": "websocket", "topic": topic, "subjectFilter": account_id},
            headers=headers,
            timeout=10,
        )
        resp.raise_for_status()
        made.append(resp.json()["subscriptionId"])
        time.sleep(0.5)
    log.info("account %s: %d subscriptions", account_id, len(made))
    return made
