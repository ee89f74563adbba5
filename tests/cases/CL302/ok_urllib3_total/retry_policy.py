from urllib3.util.retry import Retry


class CalmRetry(Retry):
    """Never sooner than three seconds after a failure."""

    def get_backoff_time(self) -> float:
        return max(3.0, super().get_backoff_time())


def policy() -> Retry:
    return CalmRetry(total=5, connect=8, read=8, status_forcelist=[408, 429, 503, 504])
