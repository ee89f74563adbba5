# case: kind=server level=self-assessed
# expects:
import logging
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

logger = logging.getLogger(__name__)
ADMIN = "https://admin.api.mitel.io/2017-09-01"


def fetch_user(session, user_id):
    response = session.get(f"{ADMIN}/accounts/main/users/{user_id}", timeout=10)
    response.raise_for_status()
    return response.json()


def fetch_all(token, user_ids):
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"
    users = {}
    with ThreadPoolExecutor(max_workers=4) as pool:
        waiting = {}
        for user_id in user_ids:
            waiting[pool.submit(fetch_user, session, user_id)] = user_id
        for future in as_completed(waiting):
            user_id = waiting[future]
            try:
                users[user_id] = future.result()
            except requests.RequestException as exc:
                headers = exc.response.headers if exc.response is not None else {}
                logger.error(
                    "user %s could not be read: %s (correlation %s, request %s)",
                    user_id,
                    exc,
                    headers.get("x-mitel-correlation-id"),
                    headers.get("x-amzn-requestId"),
                )
    return users
