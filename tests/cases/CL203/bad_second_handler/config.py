import time
import logging


class Zulu(logging.Formatter):
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
    converter = staticmethod(time.gmtime)


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "zulu": {"()": Zulu, "format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "short": {"format": "%(levelname)s %(message)s"},
    },
    "handlers": {
        "file": {"class": "logging.FileHandler", "filename": "sync.log", "formatter": "zulu"},
        "errors": {"class": "logging.FileHandler", "filename": "errors.log", "formatter": "short"},
    },
    "root": {"level": "INFO", "handlers": ["file", "errors"]},
}
