# case: kind=server level=self-assessed
# expects: CL101
import json

import httpx

client = httpx.Client(base_url="https://chat.api.mitel.io/2017-09-01", timeout=5)


def send(record):
    body = json.loads(record["body"])
    reply = client.post(f"/conversations/{body['conversation']}/messages", json={"body": body["text"]})
    reply.raise_for_status()


def handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            send(record)
        except httpx.HTTPError:  # !CL101
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
