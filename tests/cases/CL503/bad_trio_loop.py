# case: kind=server level=self-assessed
# expects: CL503
import httpx
import trio

CHAT = "https://chat.api.mitel.io/2017-09-01/conversations"


async def watch(token: str, send: trio.MemorySendChannel) -> None:
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as http:
        known: set[str] = set()
        while True:  # !CL503
            answer = await http.get(CHAT)
            answer.raise_for_status()
            for item in answer.json()["_embedded"]["items"]:
                if item["conversationId"] not in known:
                    known.add(item["conversationId"])
                    await send.send(item)
            await trio.sleep(30)
