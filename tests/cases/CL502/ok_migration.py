# case: kind=server level=compatible
# expects:
import requests
from flask import Flask

app = Flask(__name__)
BASE = "https://notifications.api.mitel.io/2017-09-01/subscriptions"


def to_sockets(session: requests.Session) -> int:
    """Replaces each webhook subscription that is left by one over the socket."""
    answer = session.get(BASE, timeout=10)
    answer.raise_for_status()
    moved = 0
    for old in answer.json()["_embedded"]["items"]:
        if old["transport"] != "webhook":
            continue
        wish = {"transport": "websocket", "topic": old["topic"], "subjectFilter": old["subjectFilter"]}
        made = session.post(BASE, json=wish, timeout=10)
        made.raise_for_status()
        gone = session.delete(f"{BASE}/{old['subscriptionId']}", timeout=10)
        gone.raise_for_status()
        moved += 1
    return moved
