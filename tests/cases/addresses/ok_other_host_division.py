# case: kind=server level=self-assessed
# expects:
import aiohttp
from yarl import URL

ROOT = URL("https://crm.example.com/api")
CLOUDLINK = URL("https://admin.api.mitel.io/2017-09-01")


async def note(http: aiohttp.ClientSession, contact: str, text: str) -> None:
    await http.post(ROOT / "contacts" / contact / "notes", json={"text": text})


async def account(http: aiohttp.ClientSession) -> dict:
    async with http.get(CLOUDLINK / "accounts" / "me", raise_for_status=True) as answer:
        return await answer.json()
