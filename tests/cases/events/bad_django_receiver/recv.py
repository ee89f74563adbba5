import logging

from django.dispatch import receiver

from .signals import api_failed

log = logging.getLogger(__name__)


@receiver(api_failed)
def record(sender, error, **kwargs):
    log.error("call failed: %s", error)  # !CL102
