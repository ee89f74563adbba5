from urllib3.util.retry import Retry


class CalmRetry(Retry):
    """Never sooner than three seconds after a failure."""

    def get_backoff_time(self) -> float:
        return max(3.0, super().get_backoff_time())


def policy() -> Retry:
    # connect and read bound their own kind only; a status is retried `total` (10) times
    return CalmRetry(connect=2, read=2, status_forcelist=[408, 429, 503, 504])  # !CL302
