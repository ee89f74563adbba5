import logging

from pythonjsonlogger.json import JsonFormatter


def install() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter("%(levelname)s %(name)s %(message)s", timestamp=True))
    logging.getLogger().addHandler(handler)
