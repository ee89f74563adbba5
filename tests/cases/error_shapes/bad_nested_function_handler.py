# case: kind=server level=self-assessed
# expects: CL101
import requests


def build(session: requests.Session, base="https://chat.api.mitel.io/2017-09-01"):
    def send(conversation_id, text, *, on_error=lambda exc: None):
        try:
            reply = session.post(f"{base}/conversations/{conversation_id}/messages", json={"body": text}, timeout=5)
            reply.raise_for_status()
        except requests.RequestException:  # !CL101
            return False
        return True

    return send
