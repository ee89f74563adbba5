# case: kind=server level=self-assessed
# expects:
import time

import httpx

TEMPORARY = (408, 429, 503, 504)


def move(http: httpx.Client, call_id: str, target: str) -> None:
    for attempt in range(1, 5):
        try:
            resp = http.put(
                f"https://media.api.mitel.io/2017-09-01/calls/{call_id}",
                json={"action": "transfer", "to": target},
            )
            resp.raise_for_status()
            return
        except httpx.HTTPStatusError as exc:
            if exc.response.status_code not in TEMPORARY or attempt == 4:
                raise
            pause = float(exc.response.headers.get("retry-after", 3))
        except httpx.TransportError:
            if attempt == 4:
                raise
            pause = 3.0 * attempt
        time.sleep(pause)
