import time

from urllib3.util.retry import Retry


class SteadyRetry(Retry):
    """Five seconds between two tries, whatever the server says."""

    def sleep(self, response=None) -> None:
        time.sleep(5)
