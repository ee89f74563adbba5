# case: kind=server level=self-assessed
# expects: CL203
import requests
import structlog

structlog.configure(
    processors=[
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(),  # !CL203
        structlog.processors.KeyValueRenderer(),
    ],
)
log = structlog.get_logger()


def subscriptions(headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        "https://notifications.api.mitel.io/2017-09-01/subscriptions", headers=headers, timeout=10
    )
    resp.raise_for_status()
    found = resp.json()["_embedded"]["items"]
    log.info("subscriptions", count=len(found))
    return found
