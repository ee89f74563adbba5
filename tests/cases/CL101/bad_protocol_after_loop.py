# case: kind=server
# expects: CL101
import asyncio
from typing import Protocol

import httpx


class Unavailable(Exception):
    pass


class Reader(Protocol):
    async def read(self, path: str) -> dict: ...


class CloudLinkReader:
    def __init__(self, token: str) -> None:
        self.http = httpx.AsyncClient(
            base_url="https://admin.eu.api.mitel.io/2017-09-01", headers={"Authorization": f"Bearer {token}"}
        )

    async def read(self, path: str) -> dict:
        for _ in range(3):
            reply = await self.http.get(path)
            if reply.is_success:
                return reply.json()
            if reply.status_code not in (429, 503):
                break
            await asyncio.sleep(int(reply.headers.get("Retry-After", "5")))
        raise Unavailable(path)


class FileReader:
    def read(self) -> str:
        return ""


class Phonebook:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    async def names(self, account: str) -> list[str]:
        try:
            page = await self.reader.read(f"/accounts/{account}/users")
        except Unavailable:  # !CL101
            return []
        return [user["name"] for user in page["items"]]
