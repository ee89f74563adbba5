# case: kind=server level=self-assessed
# expects: CL104
import logging

import requests
from celery import shared_task

log = logging.getLogger(__name__)

WORKFLOW = "https://workflow.us.api.mitel.io/2017-09-01/workflows"


@shared_task
def list_workflows(token):
    try:
        answer = requests.get(WORKFLOW, headers={"Authorization": f"Bearer {token}"}, timeout=10)
        answer.raise_for_status()
    except requests.HTTPError as exc:
        log.error("%s", exc, extra={"headers": dict(exc.response.headers)})  # !CL104
        return []
    return [one["name"] for one in answer.json()["_embedded"]["items"]]
