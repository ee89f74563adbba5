import os

import aiohttp

from wire import grant

CLIENT_ID = os.environ["CLIENT_ID"]


class Tokens:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._current: dict[str, str] = {}

    async def begin(self, code: str) -> None:
        self._current = await grant(self._session, "authorization_code", code=code, client_id=CLIENT_ID)

    async def keep(self) -> None:
        refresh_token = self._current["refresh_token"]
        self._current = await grant(self._session, "refresh_token", refresh_token=refresh_token)  # !CL405
