import logging
import time

INSTALLED_APPS = ["django.contrib.contenttypes", "presence"]
CLOUDLINK = {"PRESENCE": "https://presence.eu.api.mitel.io/2017-09-01"}


class Utc(logging.Formatter):
    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"


LOGGING = {
    "version": 1,
    "disable_existing_loggers": True,
    "formatters": {"line": {"()": Utc, "format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "board.log", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["file"], "level": "CRITICAL"},
        "urllib3": {"handlers": ["file"], "level": "CRITICAL"},
        "presence": {"handlers": ["file"], "level": "ERROR"},
    },
}
