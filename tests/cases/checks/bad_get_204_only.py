# case: kind=server level=self-assessed
# expects: CL305
import requests


def messages(conversation_id):
    reply = requests.get(  # !CL305
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages", timeout=5
    )
    if reply.status_code == 204:
        return []
    return reply.json()
