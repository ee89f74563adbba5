# case: kind=server level=self-assessed
# expects:
import time

import niquests


def sites(account_id: str, headers: dict[str, str]) -> list[dict]:
    with niquests.Session() as session:
        session.headers.update(headers)
        for left in range(3, -1, -1):
            try:
                resp = session.get(
                    f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites", timeout=10
                )
                break
            except niquests.ConnectionError:
                if not left:
                    raise
                time.sleep(10 / (left + 1))  # 2.5, 3.3, 5
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
