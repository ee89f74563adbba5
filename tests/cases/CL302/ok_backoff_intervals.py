# case: kind=server level=self-assessed
# expects:
import backoff
import requests


# no max_tries, but the list has an end: three retries
@backoff.on_exception(backoff.constant, requests.ConnectionError, interval=[3, 6, 9], jitter=None)
def endpoint(endpoint_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
