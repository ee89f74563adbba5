# case: kind=server level=self-assessed
# expects: CL301
import requests


def ringing(endpoint_id: str, session: requests.Session) -> list[dict]:
    url = f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}/calls"
    for attempt in range(3):  # !CL301
        try:
            resp = session.get(url, timeout=3)
        except requests.Timeout:
            if attempt < 2:
                continue
            raise
        resp.raise_for_status()
        return [call for call in resp.json()["_embedded"]["items"] if call["state"] == "Ringing"]
    raise AssertionError
