# case: kind=server level=self-assessed
# expects:
import aiohttp


async def tickets() -> list:
    async with aiohttp.ClientSession("https://tickets.example.com/api/") as session:
        reply = await session.get("tickets")
        return await reply.json()


async def recordings(token: str) -> list:
    async with aiohttp.ClientSession(
        "https://media.us-west-2.us.api.mitel.io/2017-09-01/", headers={"Authorization": f"Bearer {token}"}
    ) as session:
        reply = await session.get("recordings")
        reply.raise_for_status()
        return (await reply.json())["_embedded"]["items"]
