from __future__ import annotations

import requests
from loguru import logger


def report(response: requests.Response, text: str, **who: str) -> None:
    """Logs an answer that is an error; WHO says for whom the request was made."""
    logger.bind(  # !CL102 CL105
        correlation_id=response.headers.get("x-mitel-correlation-id"),
        **who,
    ).error("{}: {} {}", text, response.status_code, response.text)
