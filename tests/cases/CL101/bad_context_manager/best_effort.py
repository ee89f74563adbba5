from collections.abc import Iterator
from contextlib import contextmanager

import httpx


@contextmanager
def best_effort() -> Iterator[None]:
    """For requests whose failure must not disturb the user."""
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL):  # !CL101
        pass
