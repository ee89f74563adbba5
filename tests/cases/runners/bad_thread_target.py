# case: kind=client level=self-assessed
# expects: CL103 CL102
import logging
import threading

import requests

log = logging.getLogger("sync")


def push(url, status):
    try:
        reply = requests.put(url, json={"status": status}, timeout=5)
        reply.raise_for_status()
    except requests.HTTPError:
        log.warning("presence was not stored")  # !CL102 !CL103


def push_later(user_id, status):
    worker = threading.Thread(
        target=push,
        args=(f"https://presence.api.mitel.io/2017-09-01/users/{user_id}/presences/me", status),
        daemon=True,
    )
    worker.start()
