import requests
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

TRANSPORT = (requests.ConnectionError, requests.Timeout)


def policy(attempts: int = 4) -> Retrying:
    return Retrying(
        retry=retry_if_exception_type(TRANSPORT),
        stop=stop_after_attempt(attempts),
        wait=wait_random_exponential(multiplier=3, max=60),  # !CL301
        reraise=True,
    )
