# case: kind=server level=self-assessed
# expects: CL304
import httpx
from httpx_retry import AsyncRetryTransport, RetryPolicy

POLICY = RetryPolicy().with_max_retries(3).with_delay(2.5).with_retry_on([429, 503])  # !CL304


class Chat:
    def __init__(self, token: str) -> None:
        self.http = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {token}"}, transport=AsyncRetryTransport(policy=POLICY)
        )

    async def say(self, conversation_id: str, text: str) -> None:
        resp = await self.http.post(
            f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
            json={"content": text},
        )
        resp.raise_for_status()
