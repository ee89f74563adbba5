import os

from celery import Celery

from link import open_session

queue = Celery("nightly", broker=os.environ["BROKER_URL"])


@queue.task
def accounts() -> int:
    session = open_session(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])
    answer = session.get("https://admin.us.api.mitel.io/2017-09-01/accounts", timeout=30)
    answer.raise_for_status()
    return answer.json()["count"]
