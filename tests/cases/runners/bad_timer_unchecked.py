# case: kind=server level=self-assessed
# expects: CL305
import threading

import requests


def ping(path):
    requests.post("https://presence.api.mitel.io/2017-09-01" + path, timeout=3)  # !CL305


def schedule(user_id):
    threading.Timer(30.0, ping, [f"/users/{user_id}/ping"]).start()
