# case: kind=server level=self-assessed
# expects: CL301
import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential, wait_random


@retry(
    retry=retry_if_exception_type((httpx.ConnectError, httpx.ReadTimeout)),
    stop=stop_after_attempt(5),
    # the cap keeps every delay at one second; the random part may be 0
    wait=wait_exponential(multiplier=4, max=1) + wait_random(0, 5),  # !CL301
    reraise=True,
)
async def recording(client: httpx.AsyncClient, recording_id: str) -> bytes:
    resp = await client.get(f"https://media.api.mitel.io/2017-09-01/recordings/{recording_id}")
    resp.raise_for_status()
    return resp.content
