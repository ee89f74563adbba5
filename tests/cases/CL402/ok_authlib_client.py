# case: kind=server level=compatible
# expects:
import os

from authlib.integrations.httpx_client import OAuth2Client
from celery import Celery

queue = Celery("sync", broker=os.environ["BROKER"])
TOKEN = "https://authentication.api.mitel.io/2017-09-01/token"


@queue.task
def count_users(account_id: str) -> int:
    with OAuth2Client(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]) as client:
        client.fetch_token(TOKEN)
        answer = client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users")
        answer.raise_for_status()
        return len(answer.json()["_embedded"]["items"])
