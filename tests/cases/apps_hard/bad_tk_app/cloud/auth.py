import httpx

TOKEN_URL = "https://authentication.api.mitel.io/2017-09-01/token"


def app_token(client_id: str, client_secret: str) -> str:
    reply = httpx.post(  # !CL403
        TOKEN_URL,
        data={"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret},
    )
    reply.raise_for_status()
    return reply.json()["access_token"]
