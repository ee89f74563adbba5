# case: kind=server level=self-assessed
# expects:
import logging

import aiohttp

log = logging.getLogger(__name__)

API = "https://{service}.us.api.mitel.io/2017-09-01"


async def create_conversation(session: aiohttp.ClientSession, user_ids: list[str]) -> str | None:
    url = API.format(service="chat") + "/conversations"
    async with session.post(url, json={"participants": user_ids}) as answer:
        body = await answer.json()
        if not answer.ok:
            code, message = body["code"], body["message"]
            log.error(f"no conversation for {user_ids}: {code} {message} {dict(answer.headers)}")
            return None
        return body["conversationId"]
