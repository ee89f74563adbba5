# case: kind=server level=self-assessed
# expects: CL301
import time
from collections.abc import Iterator

import requests


def delays() -> Iterator[int]:
    yield 1
    yield 3
    yield 9


def unsubscribe(subscription_id: str, headers: dict[str, str]) -> None:
    pauses = delays()
    while True:
        try:
            resp = requests.delete(
                f"https://notifications.api.mitel.io/2017-09-01/subscriptions/{subscription_id}",
                headers=headers,
                timeout=10,
            )
        except requests.ConnectionError:
            pause = next(pauses, None)
            if pause is None:
                raise
            time.sleep(pause)  # !CL301
            continue
        resp.raise_for_status()
        return
