import json
import logging
from datetime import datetime, timezone

from cloudlink import CloudLink
from tokens import account_of

logger = logging.getLogger()


def lambda_handler(event, context):
    token = event["headers"]["authorization"].split(" ", 1)[1]
    cloud = CloudLink(token)
    account_id = account_of(token)
    cloud.note(account_id, f"login at {datetime.now(timezone.utc).strftime('%d/%m/%Y %H:%M')}")  # !CL202
    return {"statusCode": 204, "body": json.dumps({})}
