import functools
import time

import requests


def reliable(function):
    """Call again while the network is away."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        failures = 0
        while True:
            try:
                return function(*args, **kwargs)
            except requests.ConnectionError:
                failures += 1
                if failures >= 10:  # !CL302
                    raise
                time.sleep(5)

    return wrapper
