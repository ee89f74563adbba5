# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger(__name__)

BASE = "https://notifications.eu.api.mitel.io/2017-09-01"


def unsubscribe(subscription_id, headers):
    try:
        requests.delete(f"{BASE}/subscriptions/{subscription_id}", headers=headers, timeout=5).raise_for_status()
    except requests.RequestException as exc:
        known = getattr(exc.response, "headers", {})
        log.error(
            "subscription %s stays: %s",
            subscription_id,
            exc,
            extra={
                "correlation": known.get("x-mitel-correlation-id"),
                "amzn": known.get("x-amzn-requestid"),
            },
        )
        raise


def stop(subscription_ids, headers):
    left = []
    for subscription_id in subscription_ids:
        try:
            unsubscribe(subscription_id, headers)
        except requests.RequestException:
            left.append(subscription_id)
    return left
