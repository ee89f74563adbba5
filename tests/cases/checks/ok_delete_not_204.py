# case: kind=server level=self-assessed
# expects:
import requests


def drop(conversation_id):
    reply = requests.delete(f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}", timeout=5)
    if reply.status_code != 204:
        raise RuntimeError(f"{reply.status_code} {reply.text}")
