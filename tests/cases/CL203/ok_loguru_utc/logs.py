import sys

from loguru import logger

LINE = "{time:YYYY-MM-DDTHH:mm:ss.SSS[Z]!UTC} {level: <8} {name}:{line} {message}"


def setup() -> None:
    logger.remove()
    logger.add(sys.stderr, format=LINE, level="INFO")
