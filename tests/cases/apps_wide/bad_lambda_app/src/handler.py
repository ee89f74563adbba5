import logging
from urllib.error import HTTPError

from common.call import get
from common.sign_in import token

log = logging.getLogger()


def lambda_handler(event, context):
    user = event["pathParameters"]["user"]
    try:
        found = get(f"/users/{user}", token())
    except HTTPError as e:
        log.error("user %s", user, extra=dict(e.headers))  # !CL103
        return {"statusCode": 502}
    try:
        found["tags"] = get(f"/users/{user}/tags", token())
    except HTTPError as e:  # !CL101
        found["tags"] = []
    return {"statusCode": 200, "body": found}
