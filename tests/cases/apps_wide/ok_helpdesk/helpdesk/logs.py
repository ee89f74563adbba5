import logging.config
import time


class Utc(logging.Formatter):
    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"


def configure(level: str = "INFO") -> None:
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "utc": {"()": "helpdesk.logs.Utc", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
            },
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "utc"}},
            "root": {"level": level, "handlers": ["console"]},
            "loggers": {"urllib3": {"level": "CRITICAL"}},
        }
    )
