import requests

from guarding import cloudlink


def set_presence(session: requests.Session, user_id: str, state: str) -> None:
    with cloudlink(f"presence of user {user_id}"):
        session.put(
            f"https://presence.api.mitel.io/2017-09-01/users/{user_id}/presences/me",
            json={"state": state},
            timeout=5,
        ).raise_for_status()
