# case: kind=server level=self-assessed
# expects: CL301 CL303 CL304
import time

import requests


class Retry:
    def __init__(self, times, delay=1):
        self.times, self.delay = times, delay

    def __call__(self, function):
        def run(*args, **kwargs):
            error = None
            for _ in range(self.times):  # !CL303 !CL304
                try:
                    return function(*args, **kwargs)
                except requests.HTTPError as caught:
                    error = caught
                    time.sleep(self.delay)  # !CL301
            raise error

        return run


@Retry(times=3)
def me(token):
    reply = requests.get(
        "https://admin.api.mitel.io/2017-09-01/users/me", headers={"Authorization": token}, timeout=3
    )
    reply.raise_for_status()
    return reply.json()
