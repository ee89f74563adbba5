# case: kind=server
# expects: CL101
"""What follows the loop asks for something else: the failure of the loop is lost."""
import time

import requests


class Failure(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code}: {response.text}")
        self.status = response.status_code
        self.after = float(response.headers.get("Retry-After", 0))


def read(path):
    response = requests.get("https://admin.us.api.mitel.io" + path)
    if response.status_code >= 400:
        raise Failure(response)
    return response.json()


def default():
    return {"state": "Offline"}


def patient(path):
    for _ in range(3):
        try:
            return read(path)
        except Failure as failure:  # !CL101
            if failure.status not in {429, 503}:
                raise
            time.sleep(max(2, failure.after))
    return default()
