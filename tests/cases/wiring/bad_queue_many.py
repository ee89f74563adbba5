# expects: CL302
import asyncio
import logging
from dataclasses import dataclass, replace

import httpx

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    path: str
    attempt: int = 0


class Sender:
    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._jobs: asyncio.Queue[Job] = asyncio.Queue()

    async def add(self, path: str) -> None:
        await self._jobs.put(Job(path))

    async def run(self) -> None:
        while True:
            job = await self._jobs.get()
            try:
                await self._send(job)
            finally:
                self._jobs.task_done()

    async def _send(self, job: Job) -> None:
        reply = await self._client.post("https://admin.api.mitel.io/2017-09-01" + job.path)
        if reply.status_code == 429 and job.attempt < 9:  # !CL302
            await asyncio.sleep(max(2.0, float(reply.headers.get("Retry-After", "2"))))
            await self._jobs.put(replace(job, attempt=job.attempt + 1))
        elif reply.is_error:
            log.error("%s: %s %s %s", job.path, reply.status_code, reply.text, reply.headers)
