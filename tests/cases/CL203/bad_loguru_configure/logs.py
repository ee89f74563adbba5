import sys

from loguru import logger

# UTC, but the text does not say so.
FORMAT = "{time:YYYY-MM-DDTHH:mm:ss.SSS!UTC} | {level} | {message}"


def setup() -> None:
    logger.configure(
        handlers=[
            {"sink": sys.stdout, "format": FORMAT, "colorize": False},  # !CL203
        ],
        extra={"app": "sync"},
    )
