# case: kind=server level=self-assessed
# expects: CL103
import logging

import aiohttp

log = logging.getLogger(__name__)

API = "https://{service}.us.api.mitel.io/2017-09-01"


async def create_conversation(session: aiohttp.ClientSession, user_ids: list[str]) -> str | None:
    url = API.format(service="chat") + "/conversations"
    async with session.post(url, json={"participants": user_ids}) as answer:
        if not answer.ok:
            text = await answer.text()
            log.error(f"no conversation for {user_ids}: {text} {dict(answer.headers)}")  # !CL103
            return None
        return (await answer.json())["conversationId"]
