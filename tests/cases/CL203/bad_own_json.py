# case: kind=server level=self-assessed
# expects: CL203
import json
import logging
import sys
from datetime import datetime

import requests


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(
            {
                "time": datetime.fromtimestamp(record.created).isoformat(),
                "level": record.levelname,
                "message": record.getMessage(),
            }
        )


def configure() -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter())  # !CL203
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def recordings(headers: dict[str, str]) -> list[dict]:
    configure()
    resp = requests.get("https://media.api.mitel.io/2017-09-01/recordings", headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
