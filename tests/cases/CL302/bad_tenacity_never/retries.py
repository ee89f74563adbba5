import functools

import httpx
import tenacity

# no stop at all
patient = functools.partial(  # !CL302
    tenacity.retry,
    retry=tenacity.retry_if_exception_type(httpx.TransportError),
    wait=tenacity.wait_exponential(multiplier=2, max=60),
)
