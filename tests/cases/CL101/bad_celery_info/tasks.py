from celery.utils.log import get_task_logger
from requests import RequestException

import api
from celery_app import app

logger = get_task_logger(__name__)


@app.task
def copy_users(account_id, token):
    try:
        users = api.get(f"accounts/{account_id}/users", token)["_embedded"]["items"]
    except RequestException as exc:  # !CL101
        logger.info("account %s skipped: %s", account_id, exc)
        return 0
    logger.info("account %s has %d users", account_id, len(users))
    return len(users)
