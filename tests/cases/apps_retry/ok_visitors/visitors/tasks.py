import requests
from celery import shared_task
from django.conf import settings
from django.utils import timezone

from visitors.base import PatientTask


@shared_task(base=PatientTask)
def announce(conversation_id: str, visitor: str, headers: dict[str, str]) -> None:
    resp = requests.post(
        f"{settings.CLOUDLINK['chat']}/conversations/{conversation_id}/messages",
        json={"content": f"{visitor} is here", "arrivedOn": timezone.now().isoformat()},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()


@shared_task(bind=True, max_retries=5, default_retry_delay=30)
def busy(self, host: str, headers: dict[str, str]) -> None:
    try:
        resp = requests.put(
            f"https://presence.eu.api.mitel.io/2017-09-01/presentities/{host}",
            json={"state": "Busy"},
            headers=headers,
            timeout=10,
        )
    except requests.ConnectionError as exc:
        raise self.retry(exc=exc)
    if resp.status_code in (429, 503):
        raise self.retry(countdown=int(resp.headers.get("Retry-After", 30)))
    resp.raise_for_status()
