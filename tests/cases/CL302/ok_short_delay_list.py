# case: kind=server level=self-assessed
# expects:
import time

import requests

DELAYS = [2, 3, 5, 8, 13]  # five retries


def delete_contact(contact_id: str, headers: dict[str, str]) -> None:
    url = f"https://admin.api.mitel.io/2017-09-01/contacts/{contact_id}"
    for delay in [*DELAYS, None]:
        try:
            resp = requests.delete(url, headers=headers, timeout=10)
        except (requests.ConnectionError, requests.Timeout):
            if delay is None:
                raise
            time.sleep(delay)
        else:
            resp.raise_for_status()
            return
