# case: kind=server level=self-assessed
# expects: CL301, CL302, CL304
"""An object whose __iter__ is a generator counts the tries and waits between them."""
import time
import requests

class Attempts:
    def __init__(self, limit: int, pause: float) -> None:
        self.limit = limit
        self.pause = pause

    def __iter__(self):
        for n in range(self.limit):
            if n:
                time.sleep(self.pause)  # !CL301
            yield n

def fetch():
    for attempt in Attempts(8, 1):  # !CL302 !CL304
        r = requests.get("https://admin.api.mitel.io/x")
        if r.status_code != 429:
            break
    r.raise_for_status()
    return r.json()
