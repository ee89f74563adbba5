# case: kind=server level=self-assessed
# expects:
import json
import logging

import httpx

logger = logging.getLogger(__name__)
client = httpx.Client(base_url="https://chat.api.mitel.io/2017-09-01", timeout=5)


def handler(event, context):
    failures = []
    for record in event["Records"]:
        body = json.loads(record["body"])
        try:
            reply = client.post(f"/conversations/{body['conversation']}/messages", json={"body": body["text"]})
            reply.raise_for_status()
        except httpx.HTTPStatusError as exc:
            logger.exception(
                "message %s not sent (%s)", record["messageId"], [*exc.response.headers.multi_items()]
            )
            failures.append({"itemIdentifier": record["messageId"]})
        except httpx.TransportError:
            logger.exception("message %s not sent", record["messageId"])
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
