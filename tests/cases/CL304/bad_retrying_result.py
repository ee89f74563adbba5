# case: kind=server level=self-assessed
# expects: CL304
import requests
from retrying import retry


@retry(  # !CL304
    retry_on_exception=lambda error: False,
    retry_on_result=lambda resp: resp.status_code in (503, 504),
    stop_max_attempt_number=4,
    wait_exponential_multiplier=1500,
    wait_exponential_max=30000,
)
def _get(url: str, headers: dict[str, str]) -> requests.Response:
    # 3, 6, 12 s
    return requests.get(url, headers=headers, timeout=10)


def recording(recording_id: str, headers: dict[str, str]) -> bytes:
    resp = _get(f"https://media.api.mitel.io/2017-09-01/recordings/{recording_id}", headers)
    resp.raise_for_status()
    return resp.content
