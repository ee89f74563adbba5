from urllib3 import Retry


class SlowRetry(Retry):
    def get_backoff_time(self) -> float:
        return 2 + super().get_backoff_time()
