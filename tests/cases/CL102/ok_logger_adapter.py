# case: kind=server level=self-assessed
# expects:
import logging

import httpx

log = logging.getLogger(__name__)


def about(response: httpx.Response) -> logging.LoggerAdapter:
    """A logger that adds what Mitel's support asks for."""
    return logging.LoggerAdapter(
        log,
        {
            "correlation_id": response.headers.get("x-mitel-correlation-id"),
            "request_id": response.headers.get("x-amzn-requestid"),
            "status": response.status_code,
        },
    )


def set_presence(client: httpx.Client, user_id: str, state: str) -> bool:
    response = client.put(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}", json={"state": state}
    )
    if response.is_error:
        about(response).error("presence of %s not set: %s", user_id, response.text)
    return not response.is_error
