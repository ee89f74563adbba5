from __future__ import annotations

import requests
from loguru import logger


def report(response: requests.Response, text: str, **who: str) -> None:
    """Logs an answer that is an error; WHO says for whom the request was made."""
    logger.bind(
        correlation_id=response.headers.get("x-mitel-correlation-id"),
        request_id=response.headers.get("x-amzn-requestid"),
        **who,
    ).error("{}: {} {}", text, response.status_code, response.text)
