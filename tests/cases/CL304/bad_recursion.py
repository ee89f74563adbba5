# case: kind=server level=self-assessed
# expects: CL304
import time

import httpx


def members(http: httpx.Client, group_id: str, *, pause: float = 2.0, tries: int = 5) -> list[dict]:
    resp = http.get(f"https://admin.api.mitel.io/2017-09-01/groups/{group_id}/members")
    if resp.status_code == httpx.codes.SERVICE_UNAVAILABLE and tries > 1:
        time.sleep(pause)
        return members(http, group_id, pause=pause * 2, tries=tries - 1)  # !CL304
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
