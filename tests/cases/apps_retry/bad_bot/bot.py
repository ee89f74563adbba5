import asyncio
import sys

import httpx
import structlog

import logs
from chat import Chat

log = structlog.get_logger("bot")


async def serve(chat: Chat, conversation_id: str) -> None:
    try:
        for message in await chat.unread(conversation_id):
            if message["content"].startswith("!help"):
                await chat.answer(conversation_id, "Somebody will be with you soon.")
    except httpx.HTTPStatusError as error:
        log.error(
            "chat refused",
            conversation=conversation_id,
            error=str(error),
            body=error.response.text,
            correlation=error.response.headers.get("x-mitel-correlation-id"),
            request=error.response.headers.get("x-amzn-requestId"),
        )


async def main() -> None:
    logs.setup()
    chat = Chat()
    await asyncio.gather(*(serve(chat, conversation_id) for conversation_id in sys.argv[1:]))


if __name__ == "__main__":
    asyncio.run(main())
