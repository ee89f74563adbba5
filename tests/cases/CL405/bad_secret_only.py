# case: kind=server level=certified
# expects: CL405
import os

import urllib3
from celery import Celery

queue = Celery("sync", broker=os.environ["BROKER"])
http = urllib3.PoolManager()


@queue.task
def token() -> str:
    reply = http.request(  # !CL405
        "POST",
        "https://authentication.eu.api.mitel.io/2017-09-01/token",
        fields={
            "grant_type": "client_credentials",
            "client_secret": os.environ["CLIENT_SECRET"],
            "account_id": os.environ["ACCOUNT_ID"],
        },
    )
    if reply.status >= 300:
        raise RuntimeError(f"{reply.status} {reply.data!r}")
    return reply.json()["access_token"]
