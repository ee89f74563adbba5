import requests

from channels import Channel, RelayChannel


def follow(session: requests.Session, user_id: str) -> list[str]:
    return [
        Channel(session).open("platform-api-presence", user_id),
        RelayChannel(session).open("platform-api-media", user_id),
    ]
