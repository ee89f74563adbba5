import httpx
import tenacity

from waits import wait_as_asked


def _busy(error: BaseException) -> bool:
    return isinstance(error, httpx.HTTPStatusError) and error.response.status_code in (429, 503)


@tenacity.retry(
    retry=tenacity.retry_if_exception(_busy),
    wait=wait_as_asked(fallback=4),
    stop=tenacity.stop_after_attempt(4),
    reraise=True,
)
def conferences(http: httpx.Client, account_id: str) -> list[dict]:
    resp = http.get("https://media.api.mitel.io/2017-09-01/conferences", params={"accountId": account_id})
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
