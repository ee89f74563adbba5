import time

PATTERN = "%Y-%m-%dT%H:%M:%S%z"


def utc(seconds: float | None = None) -> str:
    return time.strftime(PATTERN, time.gmtime(seconds))
