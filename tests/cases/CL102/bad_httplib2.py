# case: kind=server level=self-assessed
# expects: CL102
import json
import logging

import httplib2

logging.getLogger("httplib2").setLevel(logging.WARNING)
logger = logging.getLogger("chatbot")

cloud = ".dev"
chat_url = "https://chat" + cloud + ".api.mitel.io/2017-09-01"


def send_message(token, conversation_id, text):
    h = httplib2.Http(timeout=10)
    resp, content = h.request(
        chat_url + "/conversations/" + conversation_id + "/messages",
        "POST",
        body=json.dumps({"content": text}),
        headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
    )
    if resp.status >= 400:
        logger.error(  # !CL102
            "message to %s failed: %s %s (%s)",
            conversation_id,
            resp.status,
            content,
            resp.get("x-amzn-requestid"),
        )
        return False
    return True
