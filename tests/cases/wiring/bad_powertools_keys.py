# case: kind=server level=self-assessed
# expects: CL105
"""Keys that are appended to a logger count for what it logs afterwards."""
import requests
from aws_lambda_powertools import Logger

logger = Logger(service="calls")


def hang_up(event, context):
    call_id = event["callId"]
    try:
        reply = requests.delete(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}", timeout=5)
    except requests.Timeout:
        logger.error("no answer", exc_info=True, extra={"user": event["user"]})
        return {"statusCode": 504}
    if not reply.ok:
        logger.error(  # !CL105
            "refused", extra={"status": reply.status_code, "body": reply.text, "headers": dict(reply.headers)}
        )
        logger.append_keys(call=call_id)
        return {"statusCode": 502}
    return {"statusCode": 200}


def play(event, context):
    call_id = event["callId"]
    logger.append_keys(call=call_id, user=event["user"])
    reply = requests.post(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}/media", json={}, timeout=5)
    if not reply.ok:
        logger.error("refused %s %s", reply.status_code, reply.text, extra=dict(reply.headers))
        return {"statusCode": 502}
    return {"statusCode": 200}
