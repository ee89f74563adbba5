# case: kind=server level=self-assessed
# expects:
from pathlib import Path

import httpx


async def download(client: httpx.AsyncClient, recording_id: str, target: Path) -> None:
    url = f"https://media.eu.api.mitel.io/2017-09-01/recordings/{recording_id}/content"
    async with client.stream("GET", url) as answer:
        answer.raise_for_status()
        with target.open("wb") as out:
            async for part in answer.aiter_bytes():
                out.write(part)
