import httpx
from httpx_retries import Retry, RetryTransport

STATUSES = (408, 429, 503, 504)


def transport() -> RetryTransport:
    # reads Retry-After by default; else 4, 8, 16 s
    return RetryTransport(retry=Retry(total=3, backoff_factor=2, backoff_jitter=0, status_forcelist=STATUSES))
