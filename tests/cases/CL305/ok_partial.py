# case: kind=server level=self-assessed
# expects:
from functools import partial

import requests

submit = partial(
    requests.post, "https://notifications.us.api.mitel.io/2017-09-01/subscriptions", timeout=10
)


def follow_presence(user_id: str, token: str) -> str:
    answer = submit(
        json={"transport": "websocket", "topic": "platform-api-presence", "subjectFilter": user_id},
        headers={"Authorization": f"Bearer {token}"},
    )
    answer.raise_for_status()
    return answer.json()["subscriptionId"]
