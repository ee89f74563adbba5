# case: kind=server level=self-assessed
# expects: CL401
import jwt
import requests


def expiry(token: str) -> int:
    return jwt.decode(token, options={"verify_signature": False})["exp"]  # !CL401


class Session:
    def refresh(self, refresh_token, client_id):
        reply = requests.post(
            "https://authentication.api.mitel.io/2017-09-01/token",
            json={"grant_type": "refresh_token", "refresh_token": refresh_token, "client_id": client_id},
            timeout=5,
        )
        reply.raise_for_status()
        self.token = reply.json()["access_token"]
        self.expires = expiry(self.token)
