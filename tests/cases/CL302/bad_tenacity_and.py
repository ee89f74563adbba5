# case: kind=server level=self-assessed
# expects: CL302
import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, stop_after_delay, wait_fixed


@retry(
    retry=retry_if_exception_type(httpx.TransportError),
    wait=wait_fixed(3),
    # both must be reached: it goes on for two minutes
    stop=stop_after_attempt(4) & stop_after_delay(120),  # !CL302
    reraise=True,
)
def conferences(http: httpx.Client, user_id: str) -> list[dict]:
    resp = http.get(f"https://media.api.mitel.io/2017-09-01/users/{user_id}/conferences")
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
