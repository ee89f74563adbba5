import httpx
import tenacity

POLICY = dict(
    retry=tenacity.retry_if_not_exception_type(httpx.TimeoutException),  # !CL303
    wait=tenacity.wait_fixed(2),
    stop=tenacity.stop_after_attempt(3),
    reraise=True,
)
