# case: kind=unknown level=self-assessed
# expects: CL403
import os

import aiohttp
import flet as ft


async def _grant(session: aiohttp.ClientSession, **fields: str) -> str:
    async with session.post(
        "https://authentication.api.mitel.io/2017-09-01/token", data=fields, raise_for_status=True
    ) as reply:
        return (await reply.json())["access_token"]


async def page(page: ft.Page) -> None:
    async with aiohttp.ClientSession() as session:
        token = await _grant(  # !CL403
            session,
            grant_type="client_credentials",
            client_id=os.environ["CLIENT_ID"],
            client_secret=os.environ["CLIENT_SECRET"],
        )
    page.add(ft.Text("signed in" if token else "signed out"))


ft.app(target=page)
