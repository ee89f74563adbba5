# case: kind=server level=self-assessed
# expects: CL203
import logging

import httpx
import structlog

structlog.configure(  # !CL203
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
)
log = structlog.get_logger()


def unlock(http: httpx.Client, user_id: str) -> None:
    resp = http.put(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}", json={"locked": False})
    resp.raise_for_status()
    log.info("unlocked", user=user_id)
