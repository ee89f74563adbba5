# case: kind=server level=self-assessed
# expects: CL101
import json
import os
import urllib.error
import urllib.parse
import urllib.request

BASE = os.environ.get("CHAT_URL", "https://chat.us.api.mitel.io/2017-09-01")
TOKEN = os.environ["CHAT_TOKEN"]


def lambda_handler(event, context):
    conversation = urllib.parse.quote(event["pathParameters"]["id"])
    request = urllib.request.Request(
        f"{BASE}/conversations/{conversation}/messages",
        data=json.dumps({"content": event["body"]}).encode("utf-8"),
        headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=6) as answer:
            return {"statusCode": 200, "body": answer.read().decode("utf-8")}
    except urllib.error.HTTPError as error:  # !CL101
        if error.code == 404:
            return {"statusCode": 404, "body": "no such conversation"}
        return {"statusCode": 502, "body": "chat is not available"}
