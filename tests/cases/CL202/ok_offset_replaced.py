# case: kind=server level=self-assessed
# expects:
from datetime import UTC, datetime

import httpx


def zulu() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def zulu_without_zone() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat() + "Z"


async def mark(client: httpx.AsyncClient, conversation_id: str, message_id: str) -> None:
    resp = await client.put(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages/{message_id}",
        json={"readOn": zulu(), "deliveredOn": zulu_without_zone()},
    )
    resp.raise_for_status()
