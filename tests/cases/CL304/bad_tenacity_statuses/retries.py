from tenacity import retry_if_exception, stop_after_attempt, wait_fixed, wait_random

STATUSES = (408, 429, 503, 504)


def temporary(error: BaseException) -> bool:
    response = getattr(error, "response", None)
    return response is not None and response.status_code in STATUSES


SETTINGS = {
    "retry": retry_if_exception(temporary),
    "wait": wait_fixed(5) + wait_random(0, 2),
    "stop": stop_after_attempt(4),
    "reraise": True,
}
