import requests
from retrying import retry

from transport import unreachable


@retry(retry_on_exception=unreachable, stop_max_attempt_number=4, wait_exponential_multiplier=1000)
def endpoint(endpoint_id: str, headers: dict[str, str]) -> dict:
    # 2, 4, 8 s
    resp = requests.get(
        f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
