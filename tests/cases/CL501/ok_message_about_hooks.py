# case: kind=client level=self-assessed
# expects:
import requests

CHAT = "https://chat.api.mitel.io/2017-09-01"


def explain(conversation_id: str, session: requests.Session) -> None:
    """Tells a colleague which transport the bridge uses; a chat message, no subscription."""
    answer = session.post(
        f"{CHAT}/conversations/{conversation_id}/messages",
        json={"content": "The bridge listens by webhook", "metadata": {"transport": "webhook"}},
        timeout=10,
    )
    answer.raise_for_status()
