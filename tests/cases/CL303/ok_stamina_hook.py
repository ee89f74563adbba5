# case: kind=server level=self-assessed
# expects:
import httpx
import stamina


def worth_it(exc: Exception) -> bool | float:
    if isinstance(exc, httpx.HTTPStatusError):
        if exc.response.status_code in (429, 503):
            # the number is the delay
            return max(2.0, float(exc.response.headers.get("Retry-After", 5)))
        return exc.response.status_code in (408, 504)
    return isinstance(exc, httpx.TransportError)


@stamina.retry(on=worth_it, attempts=3, wait_initial=2)
def recordings(http: httpx.Client, account_id: str) -> list[dict]:
    resp = http.get("https://media.api.mitel.io/2017-09-01/recordings", params={"accountId": account_id})
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
