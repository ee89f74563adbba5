# case: kind=server level=self-assessed
# expects: CL101
import requests

HOST = "%s.us.api.mitel.io"


def members(session: requests.Session, conversation_id: str) -> list[str]:
    path = f"/2017-09-01/conversations/{conversation_id}/participants"
    if (page := session.get("https://" + HOST % "chat" + path, timeout=10)).ok:  # !CL101
        return [one["participantId"] for one in page.json()["_embedded"]["items"]]
    return []
