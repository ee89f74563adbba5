# case: kind=server level=self-assessed
# expects: CL303
import requests
from tenacity import Retrying, retry_if_result, stop_after_attempt


def _pause(state) -> float:
    resp = state.outcome.result()
    return max(2.0, float(resp.headers.get("Retry-After", 2 * state.attempt_number)))


fetch = Retrying(
    retry=retry_if_result(lambda resp: resp.status_code != 200),  # !CL303
    wait=_pause,
    stop=stop_after_attempt(3),
    retry_error_callback=lambda state: state.outcome.result(),
)


def endpoint(endpoint_id: str, headers: dict[str, str]) -> dict:
    url = f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}"
    resp = fetch(requests.get, url, headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()
