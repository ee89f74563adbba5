import os

import requests


def register(user_id: str) -> str:
    answer = requests.post(
        "https://notifications.eu.api.mitel.io/2017-09-01/subscriptions",
        headers={"Authorization": f"Bearer {os.environ['TOKEN']}"},
        json={
            "applicationId": os.environ["APPLICATION_ID"],
            "deviceId": os.environ["HOOK_URL"],
            "transport": "webhook",
            "topic": "platform-api-media",
            "subjectFilter": user_id,
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["subscriptionId"]
