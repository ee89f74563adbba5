import os

import requests
from rq import Queue
from redis import Redis

from bodies import subscription

HEADERS = {"Authorization": "Bearer " + os.environ["TOKEN"]}
URL = "https://notifications.api.mitel.io/2017-09-01/subscriptions"
queue = Queue(connection=Redis())


def calls(user_id):
    answer = requests.post(URL, json=subscription("platform-api-media", user_id), headers=HEADERS, timeout=10)
    answer.raise_for_status()
    return answer.json()["subscriptionId"]


def later(user_id):
    queue.enqueue(calls, user_id)
