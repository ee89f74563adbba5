import requests


def members(conversation_id: str, token: str) -> list[str]:
    resp = requests.get(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants",
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    resp.raise_for_status()
    return [item["name"] for item in resp.json()["_embedded"]["items"]]
