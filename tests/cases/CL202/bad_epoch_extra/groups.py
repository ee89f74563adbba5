import httpx

from events import EventLog

events = EventLog("groups")


def add_member(http: httpx.Client, group_id: str, user_id: str) -> None:
    resp = http.post(
        f"https://admin.api.mitel.io/2017-09-01/groups/{group_id}/members", json={"userId": user_id}
    )
    resp.raise_for_status()
    events.record("member added", group=group_id, user=user_id)
