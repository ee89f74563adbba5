# case: kind=server level=self-assessed
# expects: CL102 CL103
import json
import logging
import os

import requests

logger = logging.getLogger()
logger.setLevel(logging.INFO)

BASE = os.environ.get("CLOUDLINK_BASE", "https://admin.api.mitel.io/2017-09-01")


def lambda_handler(event, context):
    account_id = event["pathParameters"]["accountId"]
    try:
        reply = requests.get(
            f"{BASE}/accounts/{account_id}",
            headers={"Authorization": event["headers"]["Authorization"]},
            timeout=3,
        )
        reply.raise_for_status()
    except requests.RequestException:
        logger.error("account lookup failed for %s", account_id)  # !CL102 !CL103
        return {"statusCode": 502, "body": json.dumps({"error": "bad gateway"})}
    return {"statusCode": 200, "body": reply.text}
