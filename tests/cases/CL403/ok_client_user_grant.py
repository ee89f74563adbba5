# case: kind=client level=self-assessed
# expects:
import aiohttp
from textual.app import App

URL = "https://authentication.api.mitel.io/2017-09-01/token"


class Pager(App):
    refresh_token = ""

    async def grant(self, **fields: str) -> str:
        async with aiohttp.ClientSession() as session, session.post(URL, data=fields) as reply:
            reply.raise_for_status()
            body = await reply.json()
        self.refresh_token = body["refresh_token"]
        return body["access_token"]

    async def sign_in(self, account: str, user: str, secret: str) -> str:
        return await self.grant(grant_type="password", account_id=account, username=user, password=secret)

    async def renew(self) -> str:
        return await self.grant(grant_type="refresh_token", refresh_token=self.refresh_token)
