# case: kind=server level=self-assessed
# expects:
import requests

session = requests.Session()


def state(user_id: str) -> str:
    answer = session.get(f"https://presence.us.api.mitel.io/2017-09-01/presentities/{user_id}", timeout=5)
    if not answer:
        raise RuntimeError(f"presence of {user_id}: {answer.status_code} {answer.text}")
    return answer.json().get("state", "Unknown")
