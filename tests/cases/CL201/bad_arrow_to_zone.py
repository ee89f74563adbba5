# case: kind=server level=self-assessed
# expects: CL201
import logging

import arrow
import httpx

log = logging.getLogger(__name__)


async def close_conversation(client: httpx.AsyncClient, conversation_id: str) -> None:
    resp = await client.patch(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}",
        json={"closed": True, "closedOn": arrow.utcnow().to("Europe/Paris").isoformat()},  # !CL201
    )
    resp.raise_for_status()
    log.info("conversation %s closed", conversation_id)
