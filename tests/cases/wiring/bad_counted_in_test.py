# case: kind=server level=self-assessed
# expects: CL301
"""A test counts the tries as it is made: that is a bound; the pause is too short."""
import time
from datetime import timedelta
import requests

PAUSE = timedelta(milliseconds=1500)

def get(path):
    tries = 0
    while True:
        try:
            r = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=4)
            r.raise_for_status()
            return r
        except requests.ConnectionError:
            if (tries := tries + 1) > 3:
                raise
            time.sleep(PAUSE.total_seconds())  # !CL301
