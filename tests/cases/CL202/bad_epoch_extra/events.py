import logging
import time


class EventLog:
    def __init__(self, name: str) -> None:
        self._log = logging.getLogger(name)

    def record(self, event: str, **fields: object) -> None:
        self._log.info(event, extra={"timestamp": time.time(), **fields})  # !CL202
