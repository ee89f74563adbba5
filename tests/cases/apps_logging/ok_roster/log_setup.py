import logging
import time

import settings


def start():
    logging.Formatter.converter = time.gmtime
    logging.basicConfig(
        filename=settings.LOG_FILE,
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        datefmt="%Y-%m-%dT%H:%M:%SZ",
    )
    logging.getLogger("urllib3").setLevel(logging.ERROR)
