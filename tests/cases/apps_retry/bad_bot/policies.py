import httpx
from tenacity import retry, retry_if_exception, retry_if_exception_type, stop_after_delay, wait_fixed

import settings


def _is_busy(error: BaseException) -> bool:
    return isinstance(error, httpx.HTTPStatusError) and error.response.status_code in (429, 503)


persistent = retry(  # !CL304
    retry=retry_if_exception_type(httpx.TransportError) | retry_if_exception(_is_busy),
    wait=wait_fixed(settings.PAUSE),
    stop=stop_after_delay(settings.GIVE_UP_AFTER),  # !CL302
    reraise=True,
)
