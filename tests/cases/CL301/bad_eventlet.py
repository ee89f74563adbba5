# case: kind=server level=self-assessed
# expects: CL301
import eventlet
import requests

PAUSE = 1


def users(account_id: str, headers: dict[str, str]) -> list[dict]:
    url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users"
    failures = 0
    while failures <= 3:
        if failures:
            eventlet.sleep(PAUSE * failures)  # 1, 2, 3  # !CL301
        try:
            resp = requests.get(url, headers=headers, timeout=10)
        except requests.ConnectionError:
            failures += 1
            if failures > 3:
                raise
        else:
            resp.raise_for_status()
            return resp.json()["_embedded"]["items"]
    raise AssertionError
