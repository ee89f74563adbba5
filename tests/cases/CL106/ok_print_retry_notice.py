# case: kind=server level=self-assessed
# expects:
import time

import requests

URL = "https://presence.us.api.mitel.io/2017-09-01/presentities/"


def presence(user_id: str, token: str) -> dict:
    for attempt in range(3):
        try:
            answer = requests.get(URL + user_id, headers={"Authorization": f"Bearer {token}"}, timeout=5)
            break
        except requests.ConnectionError:
            if attempt == 2:
                raise
            print("no connection, trying again in three seconds")
            time.sleep(3)
    answer.raise_for_status()
    return answer.json()
