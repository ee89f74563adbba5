# case: kind=server level=self-assessed
# expects: CL302
import time

import requests


class Sites:
    ATTEMPTS = 7  # six retries

    def __init__(self, account_id: str, headers: dict[str, str]) -> None:
        self.url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/sites"
        self.headers = headers

    def all(self) -> list[dict]:
        error: Exception | None = None
        for attempt in range(1, self.ATTEMPTS + 1):  # !CL302
            try:
                resp = requests.get(self.url, headers=self.headers, timeout=10)
            except requests.ConnectionError as exc:
                error = exc
                time.sleep(2 * attempt)
            else:
                resp.raise_for_status()
                return resp.json()["_embedded"]["items"]
        raise RuntimeError("the sites could not be read") from error
