# case: kind=server level=self-assessed
# expects: CL101
import logging

import aiohttp

logger = logging.getLogger(__name__)


async def remove_participant(session: aiohttp.ClientSession, conversation_id: str, user_id: str) -> bool:
    url = f"https://chat.ap.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants/{user_id}"
    async with session.delete(url) as resp:
        if resp.status in (200, 204):
            return True
        elif resp.status == 404:
            return True
        elif resp.status >= 500:
            logger.error(
                "user %s not removed from %s: %s %s %s",
                user_id,
                conversation_id,
                resp.status,
                resp.reason,
                dict(resp.headers),
            )
            return False
        else:  # !CL101
            return False
