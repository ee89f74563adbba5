import random
import time

AGAIN = (408, 429, 503, 504)


def wait_before(attempt: int, response=None) -> None:
    pause = 2 * 2**attempt + random.uniform(0, 1)
    if response is not None:
        try:
            pause = max(2.0, float(response.headers["Retry-After"]))
        except (KeyError, ValueError):
            pass
    time.sleep(pause)
