# case: kind=server level=self-assessed
# expects: CL102 CL103
"""Futures of a pool: one branch on what a future tells says too little, the other all there is."""
import logging
import time
from concurrent.futures import ThreadPoolExecutor, wait

import requests

logging.Formatter.converter = time.gmtime
log = logging.getLogger(__name__)
API = "https://admin.api.mitel.io/2017-09-01"


def fetch(session: requests.Session, user_id: str) -> dict:
    answer = session.get(f"{API}/users/{user_id}", timeout=10)
    answer.raise_for_status()
    return answer.json()


def fetch_all(session: requests.Session, ids: list[str]) -> list[dict]:
    with ThreadPoolExecutor(max_workers=4) as pool:
        futures = [pool.submit(fetch, session, i) for i in ids]
        finished, _ = wait(futures)
        for future in finished:
            error = future.exception()
            if isinstance(error, requests.HTTPError):  # !CL102 CL103
                log.error("a user could not be read")
            elif error is not None:
                log.error("a user could not be read", exc_info=error)
        return [f.result() for f in finished if not f.exception()]
