import requests


def invite(conference_id: str, address: str, headers: dict[str, str]) -> None:
    resp = requests.post(
        f"https://media.api.mitel.io/2017-09-01/conferences/{conference_id}/participants",
        json={"address": address},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
