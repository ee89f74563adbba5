# case: kind=server level=self-assessed
# expects: CL305
import httpx

client = httpx.Client(base_url="https://presence.us.api.mitel.io/2017-09-01/", timeout=5)


def state(user_id: str) -> str:
    answer = client.get(f"presentities/{user_id}")  # !CL305
    if not answer:
        raise RuntimeError("presence is not known")
    return answer.json().get("state", "Unknown")
