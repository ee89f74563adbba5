# case: kind=server level=self-assessed
# expects: CL401
import base64
import json


class Credentials:
    def __init__(self, answer):
        self.access = answer["access_token"]
        self.refresh = answer.get("refresh_token")

    @property
    def account(self):
        _, payload, _ = self.access.split(".")
        payload += "=" * (4 - len(payload) % 4)
        return json.loads(base64.b64decode(payload))["accountId"]  # !CL401


def headers(credentials: Credentials):
    return {"Authorization": f"Bearer {credentials.access}"}


def users(http, credentials):
    reply = http.get("https://admin.api.mitel.io/2017-09-01/users", headers=headers(credentials))
    reply.raise_for_status()
    return reply.json(), credentials.account
