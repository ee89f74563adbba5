import logging
import sys

FORMAT = "%(asctime)s %(levelname)-8s %(name)s %(message)s"
DATE = "%Y-%m-%dT%H:%M:%SZ"


def setup(level: int = logging.INFO) -> None:
    # Nothing sets the converter: the Z is printed behind local time.
    logging.basicConfig(level=level, format=FORMAT, datefmt=DATE, stream=sys.stdout)  # !CL203
