import httpx

from .endpoints import Service


def login(client_id, secret):
    reply = httpx.post(  # !CL403
        str(Service.AUTH / "token"),
        json={"grant_type": "client_credentials", "client_id": client_id, "client_secret": secret},
    )
    reply.raise_for_status()
    return reply.json()["access_token"]
