import requests

from clock import in_minutes


def invite(conference_id: str, number: str, headers: dict[str, str]) -> None:
    resp = requests.post(
        f"https://media.api.mitel.io/2017-09-01/conferences/{conference_id}/participants",
        json={"address": number, "joinAfter": in_minutes(5)},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
