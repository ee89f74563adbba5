# case: kind=server level=self-assessed
# expects: CL301
import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_chain, wait_fixed


class Presence:
    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def of(self, user_id: str) -> str:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(httpx.TransportError),
            stop=stop_after_attempt(5),
            wait=wait_chain(*[wait_fixed(1)] * 2, wait_fixed(5)),  # 1, 1, 5, 5  # !CL301
            reraise=True,
        ):
            with attempt:
                resp = await self.client.get(
                    f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}"
                )
                resp.raise_for_status()
                return resp.json()["state"]
        raise AssertionError
