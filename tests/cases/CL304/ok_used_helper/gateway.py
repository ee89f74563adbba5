import time

import requests

import throttle


class Gateway:
    RETRIES = 3

    def __init__(self, headers: dict[str, str]) -> None:
        self.session = requests.Session()
        self.session.headers.update(headers)

    def call(self, method: str, url: str, **options) -> dict:
        for attempt in range(self.RETRIES + 1):
            resp = self.session.request(method, url, timeout=10, **options)
            if not throttle.is_busy(resp) or attempt == self.RETRIES:
                break
            time.sleep(throttle.asked(resp, fallback=5 * (attempt + 1)))
        resp.raise_for_status()
        return resp.json()
