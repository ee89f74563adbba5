# case: kind=server level=self-assessed
# expects: CL102 CL103
import logging
from concurrent.futures import ThreadPoolExecutor

import requests

log = logging.getLogger(__name__)


def push(user):
    reply = requests.put(f"https://admin.api.mitel.io/2017-09-01/users/{user}", json={}, timeout=9)
    reply.raise_for_status()


def push_all(users):
    with ThreadPoolExecutor() as pool:
        waiting = {pool.submit(push, user): user for user in users}
        for future, user in waiting.items():
            try:
                future.result()
            except requests.HTTPError:
                log.error("user %s not pushed", user)  # !CL102 !CL103
