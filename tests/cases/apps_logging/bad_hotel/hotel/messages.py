"""Messages of the front desk to the conversation of a room."""
from __future__ import annotations

import structlog

from hotel.client import CloudLink
from hotel.errors import CloudLinkFailure

log = structlog.get_logger(__name__)


async def send(api: CloudLink, conversation_id: str, text: str) -> str | None:
    try:
        sent = await api.call("chat", "POST", f"conversations/{conversation_id}/messages", {"content": text})
    except CloudLinkFailure as failure:
        log.warning("message_lost", conversation_id=conversation_id, **failure.trace)  # !CL103
        return None
    return sent["messageId"]
