# case: kind=server level=self-assessed
# expects:
from authlib.integrations.requests_client import OAuth2Session


def my_conversations(client_id: str, token: dict) -> list[dict]:
    client = OAuth2Session(client_id, token=token)
    answer = client.get("https://chat.us.api.mitel.io/2017-09-01/conversations", timeout=10)
    answer.raise_for_status()
    return answer.json()["_embedded"]["items"]
