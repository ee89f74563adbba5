import httpx


def busy(token: str, principal_id: str) -> bool:
    answer = httpx.get(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{principal_id}",
        headers={"Authorization": f"Bearer {token}", "x-mitel-app": "app=RackLight/0.9;session-id=rack"},
    )
    answer.raise_for_status()
    return answer.json()["state"] == "Busy"
