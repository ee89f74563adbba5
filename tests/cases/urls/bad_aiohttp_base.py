# case: kind=server level=self-assessed
# expects: CL305
import aiohttp


class Media:
    def __init__(self, token: str) -> None:
        self._token = token
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Media":
        self._session = aiohttp.ClientSession(
            base_url="https://media.us-west-2.us.api.mitel.io/2017-09-01/",
            headers={"Authorization": f"Bearer {self._token}"},
        )
        return self

    async def __aexit__(self, *exc) -> None:
        await self._session.close()

    async def recordings(self) -> list[dict]:
        reply = await self._session.get("recordings")  # !CL305
        return (await reply.json())["_embedded"]["items"]
