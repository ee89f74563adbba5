import logging
import logging.config
import time


class UtcFormatter(logging.Formatter):
    converter = time.gmtime


CONFIG = {
    "version": 1,
    "formatters": {
        "plain": {
            "()": UtcFormatter,
            "format": "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s %(message)s",
            "datefmt": "%Y-%m-%dT%H:%M:%S",
        }
    },
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "sync.log", "formatter": "plain"}},
    "root": {"handlers": ["file"], "level": "INFO"},
}


def configure() -> None:
    logging.config.dictConfig(CONFIG)
