# case: kind=server level=self-assessed
# expects:
import backoff
import requests


def _limited(resp: requests.Response) -> bool:
    return resp.status_code == requests.codes.too_many_requests


@backoff.on_predicate(
    backoff.runtime,
    predicate=_limited,
    value=lambda resp: int(resp.headers.get("Retry-After", 15)),
    max_tries=4,
    jitter=None,
)
def _post(url: str, body: dict, headers: dict[str, str]) -> requests.Response:
    return requests.post(url, json=body, headers=headers, timeout=10)


def invite(conversation_id: str, user_id: str, headers: dict[str, str]) -> None:
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants"
    _post(url, {"userId": user_id}, headers).raise_for_status()
