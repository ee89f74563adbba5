import httpx
from tenacity import (
    RetryCallState,
    retry,
    retry_if_exception,
    retry_if_exception_type,
    stop_after_attempt,
)

import settings


def _is_busy(error: BaseException) -> bool:
    return isinstance(error, httpx.HTTPStatusError) and error.response.status_code in (429, 503)


def _pause(state: RetryCallState) -> float:
    error = state.outcome.exception()
    if isinstance(error, httpx.HTTPStatusError):
        return float(error.response.headers.get("Retry-After", settings.PAUSE))
    return settings.PAUSE * state.attempt_number


persistent = retry(
    retry=retry_if_exception_type(httpx.TransportError) | retry_if_exception(_is_busy),
    wait=_pause,
    stop=stop_after_attempt(settings.TRIES),
    reraise=True,
)
