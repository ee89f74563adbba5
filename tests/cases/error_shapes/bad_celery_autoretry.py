# case: kind=server level=self-assessed
# expects: CL301 CL303 CL304
import requests
from celery import Celery

app = Celery("bridge", broker="redis://localhost")


@app.task(autoretry_for=(requests.RequestException,), max_retries=5, retry_backoff=1, retry_jitter=False)
def post_message(conversation_id, text):
    reply = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"body": text},
        timeout=10,
    )
    reply.raise_for_status()
