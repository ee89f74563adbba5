import functools
import time

import requests


def again(times: int = 3, delay: float = 0.5):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for number in range(times + 1):
                try:
                    return function(*args, **kwargs)
                except (requests.ConnectionError, requests.Timeout):
                    if number == times:
                        raise
                    time.sleep(delay * (number + 1))
            raise AssertionError("unreachable")

        return wrapper

    return decorate
