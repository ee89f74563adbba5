"""The log: one file, kept for ninety days, every line stamped in UTC."""

from __future__ import annotations

import logging
from datetime import datetime, timezone
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path

LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


class UtcFormatter(logging.Formatter):
    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        return datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds")


def open_journal(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    handler = TimedRotatingFileHandler(
        folder / "frontdesk.log", when="midnight", utc=True, backupCount=90, encoding="utf-8"
    )
    handler.setFormatter(UtcFormatter(LINE))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
