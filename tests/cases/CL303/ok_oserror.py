# case: kind=server level=self-assessed
# expects:
import time

import requests


def rename(conversation_id: str, name: str, session: requests.Session) -> None:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}"
    retries = 3
    while retries >= 0:
        try:
            resp = session.patch(url, json={"name": name}, timeout=10)
        except OSError:
            if retries == 0:
                raise
            time.sleep(3)
            retries -= 1
        else:
            resp.raise_for_status()
            return
