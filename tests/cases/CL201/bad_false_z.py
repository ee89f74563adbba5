# case: kind=server level=self-assessed
# expects: CL201
import json
import pathlib
from datetime import datetime

import httpx

JOURNAL = pathlib.Path("journal.jsonl")


class Journal:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def record(self, conversation_id: str) -> dict:
        resp = self.http.get(f"https://chat.us.api.mitel.io/2017-09-01/conversations/{conversation_id}")
        resp.raise_for_status()
        entry = {
            "conversation": conversation_id,
            "members": resp.json()["participantCount"],
            "seen": datetime.now().isoformat(timespec="seconds") + "Z",  # !CL201
        }
        with JOURNAL.open("a", encoding="utf-8") as out:
            out.write(json.dumps(entry) + "\n")
        return entry
