# case: kind=server level=self-assessed
# expects:
import httpx
import stamina


async def open_conversation(client: httpx.AsyncClient, user_ids: list[str]) -> str:
    # 2, 4, 8 and up to 1 s of jitter on top
    async for attempt in stamina.retry_context(
        on=httpx.TransportError, attempts=4, wait_initial=2, wait_max=20, timeout=120
    ):
        with attempt:
            resp = await client.post(
                "https://chat.api.mitel.io/2017-09-01/conversations", json={"participants": user_ids}
            )
            resp.raise_for_status()
            return resp.json()["conversationId"]
    raise AssertionError
