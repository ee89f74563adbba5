# case: kind=server level=self-assessed
# expects: CL303
import httpx
from httpx_retries import Retry, RetryTransport


class Gateway:
    def __init__(self, token: str) -> None:
        # 502 is among the default statuses; waits 2, 4, 8 at the least
        policy = Retry(total=3, backoff_factor=2, backoff_jitter=0.5)  # !CL303
        self.http = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {token}"}, transport=RetryTransport(retry=policy)
        )

    async def account(self, account_id: str) -> dict:
        resp = await self.http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        resp.raise_for_status()
        return resp.json()
