# case: kind=server
# expects: CL101
import aiohttp


class Failed(Exception):
    pass


class Base:
    async def __aenter__(self):
        self._session = aiohttp.ClientSession("https://media.us.api.mitel.io")
        return self

    async def __aexit__(self, *error):
        await self._session.close()

    async def _send(self, method, path, **options):
        async with self._session.request(method, "/2017-09-01" + path, **options) as reply:
            if reply.status >= 400:
                raise Failed(reply.status, await reply.text(), dict(reply.headers))
            return await reply.json()


class Conferences:
    async def start(self, user):
        try:
            return await self._send("POST", f"/users/{user}/conferences")
        except Failed:  # !CL101
            return None


class Media(Conferences, Base):
    pass
