# case: kind=server level=self-assessed
# expects:
import httpx
import stamina


def worth(error: Exception) -> bool | float:
    if isinstance(error, httpx.HTTPStatusError):
        if error.response.status_code not in (429, 503):
            return False
        return max(2.0, float(error.response.headers.get("Retry-After", "5")))
    return isinstance(error, httpx.TransportError)


@stamina.retry(on=worth, attempts=4, wait_initial=2, wait_max=30)
def tags(client: httpx.Client):
    return client.get("https://admin.api.mitel.io/2017-09-01/tags").raise_for_status().json()
