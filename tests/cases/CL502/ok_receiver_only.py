# case: kind=server level=self-assessed
# expects:
import hmac
import os

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/webhook")
def webhook():
    """Takes GitHub's webhook and shows it on the desk; CloudLink is only sent a message."""
    if not hmac.compare_digest(request.headers.get("X-Token", ""), os.environ["HOOK_TOKEN"]):
        abort(403)
    import requests

    answer = requests.post(
        "https://chat.api.mitel.io/2017-09-01/conversations/ci/messages",
        json={"content": request.json["head_commit"]["message"], "source": "webhook"},
        headers={"Authorization": f"Bearer {os.environ['TOKEN']}"},
        timeout=10,
    )
    answer.raise_for_status()
    return "", 204
