# case: kind=server level=self-assessed
# expects:
import logging

import aiohttp

log = logging.getLogger(__name__)


class Refused(Exception):
    def __init__(self, response: aiohttp.ClientResponse, body: str) -> None:
        self.response = response
        self.body = body

    def __str__(self) -> str:
        head = self.response.headers
        lines = [f"{self.response.method} {self.response.url} {self.response.status}", self.body]
        lines += [f"{name}={head.get(name)}" for name in ("x-mitel-correlation-id", "x-amzn-requestid")]
        return " | ".join(lines)


async def conversation(session: aiohttp.ClientSession, conversation_id: str) -> dict:
    url = f"https://chat.us.api.mitel.io/2017-09-01/conversations/{conversation_id}"
    async with session.get(url) as response:
        if response.status != 200:
            raise Refused(response, await response.text())
        return await response.json()


async def title(session: aiohttp.ClientSession, conversation_id: str, user_id: str) -> str:
    try:
        return (await conversation(session, conversation_id))["name"]
    except Refused as refused:
        log.error("user %s sees no title: %s", user_id, refused)
        return "?"
