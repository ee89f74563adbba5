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
        "zulu": {"class": "config.Zulu", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "zulu"},
        "file": {"class": "logging.FileHandler", "filename": "sync.log", "formatter": "zulu"},
    },
    "root": {"level": "INFO", "handlers": ["console", "file"]},
}
