"""A record of each operation, a line of JSON apiece, and the program's log."""

import datetime
import json
import logging
from pathlib import Path

FOLDER = Path.home() / ".switchboard"


class History:
    def __init__(self, path: Path = FOLDER / "history.jsonl") -> None:
        self.path = path

    def add(self, what: str, call_id: str, who: str) -> None:
        row = {
            "at": datetime.datetime.now().isoformat(),  # !CL201
            "what": what,
            "call": call_id,
            "who": who,
        }
        with self.path.open("a", encoding="utf-8") as out:
            out.write(json.dumps(row) + "\n")


def open_log() -> None:
    FOLDER.mkdir(exist_ok=True)
    logging.basicConfig(  # !CL203
        filename=FOLDER / "switchboard.log",
        level=logging.INFO,
        format="%(asctime)s [%(levelname)s] %(message)s",
    )
