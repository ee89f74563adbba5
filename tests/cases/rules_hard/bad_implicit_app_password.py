# case: kind=server level=certified
# expects: CL402 CL405
import requests


def token(user, password):
    reply = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        data=dict(grant_type="password", username=user, password=password),
        timeout=5,
    )
    reply.raise_for_status()
    return reply.json()
