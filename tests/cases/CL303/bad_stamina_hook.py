# case: kind=server level=self-assessed
# expects: CL303 CL304
import httpx
import stamina


def worth_it(exc: Exception) -> bool:
    if isinstance(exc, httpx.HTTPStatusError):
        return exc.response.is_server_error  # !CL303
    return isinstance(exc, httpx.TransportError)


@stamina.retry(on=worth_it, attempts=3, wait_initial=2)  # !CL304
def recordings(http: httpx.Client, account_id: str) -> list[dict]:
    resp = http.get("https://media.api.mitel.io/2017-09-01/recordings", params={"accountId": account_id})
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
