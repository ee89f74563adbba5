import requests

from channels import SocketChannel


def follow(session: requests.Session, user_id: str) -> str:
    return SocketChannel(session).open("platform-api-presence", user_id)
