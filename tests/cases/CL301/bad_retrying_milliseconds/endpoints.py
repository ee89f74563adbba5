import requests
from retrying import retry

from transport import unreachable


# wait_fixed is in milliseconds
@retry(retry_on_exception=unreachable, stop_max_attempt_number=4, wait_fixed=5)  # !CL301
def endpoint(endpoint_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
