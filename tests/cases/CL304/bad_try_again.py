# case: kind=server level=self-assessed
# expects: CL304
import httpx
import tenacity


@tenacity.retry(  # !CL304
    retry=tenacity.retry_if_exception_type(httpx.TransportError),
    wait=tenacity.wait_exponential(multiplier=3, max=60),
    stop=tenacity.stop_after_attempt(4),
)
def conferences(http: httpx.Client, account_id: str) -> list[dict]:
    resp = http.get("https://media.api.mitel.io/2017-09-01/conferences", params={"accountId": account_id})
    if resp.status_code == 429:
        raise tenacity.TryAgain  # always tried again, whatever retry= says
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
