# case: kind=server level=self-assessed
# expects: CL202
import pendulum
import requests


def invite(conference_id: str, number: str, headers: dict[str, str]) -> None:
    due = pendulum.now("UTC").add(minutes=5)
    resp = requests.post(
        f"https://media.api.mitel.io/2017-09-01/conferences/{conference_id}/participants",
        json={"address": number, "joinAfter": due.to_datetime_string()},  # !CL202
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
