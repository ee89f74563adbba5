import aiohttp

HEADERS = {"x-mitel-app": "app=DirectorySync/5.0;platform=solaris/11;session-id=sync"}


async def contacts(token: str) -> list[dict]:
    async with aiohttp.ClientSession(headers=HEADERS, raise_for_status=True) as session:
        async with session.get(
            "https://director.api.mitel.io/2017-09-01/contacts", headers={"Authorization": f"Bearer {token}"}
        ) as reply:
            return (await reply.json())["_embedded"]["items"]
