import logging

from django.dispatch import receiver

from .signals import api_failed

log = logging.getLogger(__name__)


@receiver(api_failed)
def record(sender, error, **kwargs):
    headers = error.response.headers
    log.error(
        "failed: %s, correlation %s, request %s",
        error,
        headers.get("x-mitel-correlation-id"),
        headers.get("x-amzn-requestId"),
    )
