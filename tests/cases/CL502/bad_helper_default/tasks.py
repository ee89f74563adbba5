import os

import dramatiq
import requests

from bodies import subscription

HEADERS = {"Authorization": "Bearer " + os.environ["TOKEN"]}
URL = "https://notifications.api.mitel.io/2017-09-01/subscriptions"


def _post(body):
    answer = requests.post(URL, json=body, headers=HEADERS, timeout=10)
    answer.raise_for_status()
    return answer.json()["subscriptionId"]


@dramatiq.actor(max_retries=0)
def presence(user_id):
    _post(subscription("platform-api-presence", user_id, transport="websocket", device="queue-1"))


@dramatiq.actor(max_retries=0)
def calls(user_id):
    _post(subscription("platform-api-media", user_id))  # !CL502
