# case: kind=server level=self-assessed
# expects:
import requests
from aws_lambda_powertools import Logger

logger = Logger(service="directory")
ADMIN = "https://admin.api.mitel.io/2017-09-01"


@logger.inject_lambda_context
def handler(event, context):
    user_id = event["detail"]["userId"]
    reply = requests.get(f"{ADMIN}/accounts/main/users/{user_id}", timeout=3)
    if not reply.ok:
        logger.error(
            "user not read",
            extra={
                "user_id": user_id,
                "status": reply.status_code,
                "body": reply.text,
                "correlation_id": reply.headers.get("X-Mitel-Correlation-Id"),
                "request_id": reply.headers.get("X-Amzn-RequestId"),
            },
        )
        raise RuntimeError("user not read")
    return reply.json()
