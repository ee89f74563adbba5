from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import requests

P = ParamSpec("P")


def checked(*expected: int) -> Callable[[Callable[P, requests.Response]], Callable[P, requests.Response]]:
    def decorate(func: Callable[P, requests.Response]) -> Callable[P, requests.Response]:
        @wraps(func)
        def call(*args: P.args, **kwargs: P.kwargs) -> requests.Response:
            response = func(*args, **kwargs)
            if response.status_code not in expected:
                raise requests.HTTPError(f"{response.status_code} {response.text}", response=response)
            return response

        return call

    return decorate
