# case: kind=client level=self-assessed
# expects: CL403
import os

import urllib3

http = urllib3.PoolManager()


def token() -> str:
    secret = os.environ["CLIENT_SECRET"]
    body = "grant_type=client_credentials&client_id={}&client_secret={}".format(os.environ["CLIENT_ID"], secret)
    reply = http.request(  # !CL403
        "POST",
        "https://authentication.api.mitel.io/2017-09-01/token",
        body=body,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    if reply.status != 200:
        raise RuntimeError(f"{reply.status}: {reply.data!r}")
    return reply.json()["access_token"]
