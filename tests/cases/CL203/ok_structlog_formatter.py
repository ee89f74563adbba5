# case: kind=server level=self-assessed
# expects:
import logging
import sys

import requests
import structlog

stamper = structlog.processors.TimeStamper(fmt="ISO")


def configure() -> None:
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            stamper,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processor=structlog.processors.JSONRenderer(),
            foreign_pre_chain=[structlog.stdlib.add_log_level, stamper],
        )
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def subscriptions(headers: dict[str, str]) -> list[dict]:
    configure()
    resp = requests.get(
        "https://notifications.api.mitel.io/2017-09-01/subscriptions", headers=headers, timeout=10
    )
    resp.raise_for_status()
    found = resp.json()["_embedded"]["items"]
    structlog.get_logger().info("subscriptions", count=len(found))
    return found
