import logging
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

log = logging.getLogger("desktop")


@contextmanager
def best_effort(user_id: str) -> Iterator[None]:
    """For requests whose failure must not disturb the user; the log has it."""
    try:
        yield
    except httpx.HTTPStatusError as exc:
        log.error("user %s: %s", user_id, exc, extra={"answer": dict(exc.response.headers)})
    except httpx.RequestError as exc:
        log.error("user %s: %r", user_id, exc)
