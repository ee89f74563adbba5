# case: kind=server level=self-assessed
# expects: CL503
import time

import requests

BASE = "https://{}.eu.api.mitel.io/2017-09-01"
session = requests.Session()


def send(method: str, service: str, path: str, body: dict | None = None) -> dict:
    answer = session.request(method, BASE.format(service) + path, json=body, timeout=10)
    answer.raise_for_status()
    return answer.json()


def members(conversation_id: str) -> list[dict]:
    return send("GET", "conversations", f"/conversations/{conversation_id}/participants")["_embedded"]["items"]


def watch(conversation_id: str, show) -> None:
    while True:  # !CL503
        show(members(conversation_id))
        time.sleep(20)


def keep_subscription(subscription_id: str) -> None:
    while True:
        time.sleep(1800)
        send("PUT", "notifications", f"/subscriptions/{subscription_id}", {})
