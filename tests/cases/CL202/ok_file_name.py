# case: kind=server level=self-assessed
# expects:
import pathlib
import time
from datetime import UTC, datetime

import httpx


def download(http: httpx.Client, recording_id: str, folder: pathlib.Path) -> pathlib.Path:
    resp = http.get(f"https://media.api.mitel.io/2017-09-01/recordings/{recording_id}/content")
    resp.raise_for_status()
    day = folder / time.strftime("%d-%m-%Y", time.gmtime())
    day.mkdir(exist_ok=True)
    target = day / (datetime.now(UTC).strftime("%H_%M_%S") + f"-{recording_id}.mp3")
    target.write_bytes(resp.content)
    return target
