# case: kind=server level=self-assessed
# expects: CL202
from datetime import UTC, datetime

import httpx


async def mark(client: httpx.AsyncClient, conversation_id: str, message_id: str) -> None:
    # An aware value already ends in +00:00; the Z makes it malformed.
    resp = await client.put(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages/{message_id}",
        json={"readOn": datetime.now(UTC).isoformat() + "Z"},  # !CL202
    )
    resp.raise_for_status()
