# case: kind=server level=self-assessed
# expects: CL305
import requests

VERBS = {"read": requests.get, "write": requests.post, "drop": requests.delete}
BASE = "https://conversations.api.mitel.io/2017-09-01/conversations"


def act(what: str, conversation: str, **options):
    send = VERBS[what]
    reply = send(f"{BASE}/{conversation}", timeout=10, **options)  # !CL305
    return reply.json()


def title(conversation):
    return act("read", conversation)["title"]
