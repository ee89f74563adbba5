import datetime

import httpx

BUSY = {httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE}


def busy(error: Exception) -> bool | datetime.timedelta:
    if not isinstance(error, httpx.HTTPStatusError) or error.response.status_code not in BUSY:
        return False
    return datetime.timedelta(seconds=max(2, int(error.response.headers.get("Retry-After", 3))))
