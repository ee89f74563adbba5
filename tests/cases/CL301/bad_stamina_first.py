# case: kind=server level=self-assessed
# expects: CL301
import httpx
import stamina


@stamina.retry(on=httpx.TransportError, attempts=4, wait_initial=1.0, wait_jitter=5.0)  # !CL301
async def open_conversation(client: httpx.AsyncClient, user_ids: list[str]) -> str:
    resp = await client.post(
        "https://chat.api.mitel.io/2017-09-01/conversations", json={"participants": user_ids}
    )
    resp.raise_for_status()
    return resp.json()["conversationId"]
