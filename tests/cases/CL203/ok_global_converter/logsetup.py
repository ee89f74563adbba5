import logging
import sys
import time

FORMAT = "%(asctime)s %(levelname)-8s %(name)s %(message)s"
DATE = "%Y-%m-%dT%H:%M:%SZ"


def setup(level: int = logging.INFO) -> None:
    logging.Formatter.converter = time.gmtime
    logging.basicConfig(level=level, format=FORMAT, datefmt=DATE, stream=sys.stdout)
