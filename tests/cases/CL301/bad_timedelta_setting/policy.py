from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class RetryPolicy:
    retries: int = 4
    pause: timedelta = timedelta(milliseconds=750)


DEFAULT = RetryPolicy()
