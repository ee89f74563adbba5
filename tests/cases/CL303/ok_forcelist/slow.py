from http import HTTPStatus

from urllib3 import Retry

STATUSES = {
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}


class SlowRetry(Retry):
    def get_backoff_time(self) -> float:
        return 2 + super().get_backoff_time()
