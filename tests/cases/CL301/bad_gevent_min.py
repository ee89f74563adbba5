# case: kind=server level=self-assessed
# expects: CL301
import gevent
import requests


def user(user_id: str, headers: dict[str, str]) -> dict:
    tries = 0
    while True:
        try:
            resp = requests.get(
                f"https://admin.api.mitel.io/2017-09-01/users/{user_id}", headers=headers, timeout=5
            )
        except requests.Timeout:
            tries += 1
            if tries == 5:
                raise
            gevent.sleep(min(1, 0.5 * 3**tries))  # the cap is one second  # !CL301
            continue
        resp.raise_for_status()
        return resp.json()
