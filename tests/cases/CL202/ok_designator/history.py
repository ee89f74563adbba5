import requests

from timefmt import utc


def calls(user_id: str, since: float, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://media.api.mitel.io/2017-09-01/users/{user_id}/conferences",
        params={"startedAfter": utc(since)},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
