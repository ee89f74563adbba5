import logging
from email.utils import formatdate

import requests

from .celery import app
from .client import Media

log = logging.getLogger(__name__)


@app.task(
    autoretry_for=(requests.RequestException,),  # !CL301 !CL303 !CL304
    retry_backoff=True,
    max_retries=3,
)
def fetch(call_id, path):
    with open(path, "wb") as out:
        for block in Media().recording(call_id):
            out.write(block)
    label.delay(call_id, "stored")


@app.task(ignore_result=True)
def label(call_id, state):
    reply = Media().tag(call_id, state=state, at=formatdate())  # !CL202
    if reply.status_code >= 300:
        log.error("label failed: %s %s %s", reply.status_code, reply.text, reply.headers)  # !CL105


@app.task
def check(call_id):
    try:
        next(Media().recording(call_id))
    except requests.HTTPError as e:
        print("no recording", call_id, e.response.status_code)  # !CL106
        return False
    except requests.ConnectionError:  # !CL101
        return False
    return True
