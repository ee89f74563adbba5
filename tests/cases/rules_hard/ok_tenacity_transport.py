# case: kind=server level=self-assessed
# expects:
import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed, wait_random


@retry(
    retry=retry_if_exception_type(httpx.TransportError),
    stop=stop_after_attempt(5),
    wait=wait_fixed(2) + wait_random(0, 1),
    reraise=True,
)
def users(client: httpx.Client, account_id: str) -> list:
    reply = client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users")
    reply.raise_for_status()
    return reply.json()
