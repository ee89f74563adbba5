# case: kind=client level=self-assessed
# expects:
import asyncio
import contextlib
import tkinter as tk

import aiohttp


class Worker(tk.Frame):
    def __init__(self, master: tk.Misc, session: aiohttp.ClientSession) -> None:
        super().__init__(master)
        self._session = session
        self._task: asyncio.Task | None = None

    async def _load(self, conversation_id: str) -> dict:
        url = f"https://chat.us.api.mitel.io/2017-09-01/conversations/{conversation_id}"
        async with self._session.get(url, raise_for_status=True) as answer:
            return await answer.json()

    async def show(self, conversation_id: str) -> dict:
        self._task = asyncio.create_task(self._load(conversation_id))
        return await self._task

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def wait_closed(self, closing: asyncio.Event) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await closing.wait()
