# case: kind=server level=self-assessed
"""Futures of a pool: what is not None is logged whole by a helper, and counted by kind afterwards."""
import logging
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

logging.Formatter.converter = time.gmtime
log = logging.getLogger(__name__)
API = "https://admin.api.mitel.io/2017-09-01"


def fetch(session: requests.Session, user_id: str) -> dict:
    answer = session.get(f"{API}/users/{user_id}", timeout=10)
    answer.raise_for_status()
    return answer.json()


def log_error(error: BaseException) -> None:
    if isinstance(error, requests.HTTPError) and error.response is not None:
        log.error(
            "%s %s failed with %s: %s (%s, %s)",
            error.request.method,
            error.request.url,
            error.response.status_code,
            error.response.text,
            error.response.headers.get("x-mitel-correlation-id"),
            error.response.headers.get("x-amzn-requestId"),
        )
    else:
        log.error("the request could not be sent", exc_info=error)


def fetch_all(session: requests.Session, ids: list[str]) -> tuple[list[dict], Counter]:
    found, kinds = [], Counter()
    with ThreadPoolExecutor(max_workers=4) as pool:
        futures = [pool.submit(fetch, session, i) for i in ids]
        for future in as_completed(futures):
            error = future.exception()
            if error is None:
                found.append(future.result())
                continue
            log_error(error)
            if isinstance(error, requests.HTTPError):
                kinds["status"] += 1
            elif error:
                kinds["transport"] += 1
    return found, kinds
