from urllib3.util.retry import Retry


class SteadyRetry(Retry):
    """Five seconds between two tries, unless the server asks for another pause."""

    def get_backoff_time(self) -> float:
        return 5.0
