import requests
from celery import Celery

from base import CloudLinkTask

app = Celery("wallboard")


@app.task(base=CloudLinkTask)
def refresh(account_id: str, headers: dict[str, str]) -> int:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return len(resp.json()["_embedded"]["items"])
