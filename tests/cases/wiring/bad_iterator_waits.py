# case: kind=server level=self-assessed
# expects: CL301, CL302, CL304
"""An iterator of the project counts the tries and waits between them."""
import time
import requests

class Attempts:
    def __init__(self, limit: int, pause: float) -> None:
        self.limit = limit
        self.pause = pause
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > self.limit:
            raise StopIteration
        if self.n > 1:
            time.sleep(self.pause)  # !CL301
        return self.n

def fetch():
    for attempt in Attempts(8, 1):  # !CL302 !CL304
        r = requests.get("https://admin.api.mitel.io/x")
        if r.status_code != 429:
            break
    r.raise_for_status()
    return r.json()
