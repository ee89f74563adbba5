# case: kind=server level=self-assessed
# expects:
import aiohttp


async def weather(session: aiohttp.ClientSession, place: str) -> dict:
    async with session.get("https://weather.example.com/v1/now", params={"q": place}) as reply:
        reply.raise_for_status()
        return await reply.json()


async def tell(session: aiohttp.ClientSession, token: str, conversation_id: str, place: str) -> None:
    now = await weather(session, place)
    async with session.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": now["text"]},
        headers={
            "Authorization": f"Bearer {token}",
            "x-mitel-app": "app=Weather/1.0;platform=windows/10;session-id=weather",
        },
    ) as reply:
        reply.raise_for_status()
