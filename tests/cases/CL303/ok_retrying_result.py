# case: kind=server level=self-assessed
# expects:
import requests
from retrying import retry


def _late(result) -> bool:
    return result.status_code in (408, 504)


def _unreachable(error: Exception) -> bool:
    return isinstance(error, (requests.ConnectionError, requests.Timeout))


@retry(retry_on_result=_late, retry_on_exception=_unreachable, stop_max_attempt_number=3, wait_fixed=4000)
def _get(url: str, headers: dict[str, str]) -> requests.Response:
    return requests.get(url, headers=headers, timeout=10)


def participants(conversation_id: str, headers: dict[str, str]) -> list[dict]:
    resp = _get(f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants", headers)
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
