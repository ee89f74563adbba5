# case: kind=server level=self-assessed
# expects: CL305
import aiohttp
from aiohttp import web


async def cloudlink(app: web.Application):
    app["chat"] = aiohttp.ClientSession(base_url="https://chat.eu.api.mitel.io/2017-09-01/")
    yield
    await app["chat"].close()


class Rooms:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @classmethod
    def connected(cls, token: str) -> "Rooms":
        return cls(
            aiohttp.ClientSession(
                base_url="https://chat.eu.api.mitel.io/2017-09-01/", headers={"Authorization": f"Bearer {token}"}
            )
        )

    async def names(self) -> list[str]:
        async with self._session.get("conversations") as answer:  # !CL305
            return [room["name"] for room in (await answer.json())["_embedded"]["items"]]
