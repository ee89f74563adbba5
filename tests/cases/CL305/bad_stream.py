# case: kind=server level=self-assessed
# expects: CL305
from pathlib import Path

import httpx


async def download(client: httpx.AsyncClient, recording_id: str, target: Path) -> None:
    url = f"https://media.eu.api.mitel.io/2017-09-01/recordings/{recording_id}/content"
    with target.open("wb") as out:
        async with client.stream("GET", url) as answer:  # !CL305
            async for part in answer.aiter_bytes():
                out.write(part)
