import requests


def put_state(user_id: str, state: str, headers: dict[str, str]) -> requests.Response:
    return requests.put(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}",
        json={"state": state},
        headers=headers,
        timeout=10,
    )
