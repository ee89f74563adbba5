# case: kind=server level=self-assessed
# expects: CL302
import backoff
import requests

TRIES = 0  # backoff takes 0 for "no bound"


@backoff.on_exception(  # !CL302
    backoff.expo,
    requests.ConnectionError,
    factor=2,
    max_value=30,
    jitter=None,
    max_tries=TRIES,
)
def endpoint(endpoint_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
