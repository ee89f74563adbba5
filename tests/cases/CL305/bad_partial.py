# case: kind=server level=self-assessed
# expects: CL305
from functools import partial

import requests

submit = partial(
    requests.post, "https://notifications.us.api.mitel.io/2017-09-01/subscriptions", timeout=10
)


def follow_presence(user_id: str, token: str) -> str:
    answer = submit(  # !CL305
        json={"transport": "websocket", "topic": "platform-api-presence", "subjectFilter": user_id},
        headers={"Authorization": f"Bearer {token}"},
    )
    return answer.json()["subscriptionId"]
