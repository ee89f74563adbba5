# case: kind=server level=self-assessed
# expects: CL303 CL304
import requests
from celery import shared_task


@shared_task(bind=True, max_retries=5)
def mute(self, call_id: str, headers: dict[str, str]) -> None:
    try:
        resp = requests.put(
            f"https://media.api.mitel.io/2017-09-01/calls/{call_id}",
            json={"action": "mute"},
            headers=headers,
            timeout=10,
        )
        resp.raise_for_status()
    except requests.RequestException as exc:  # !CL303
        raise self.retry(exc=exc, countdown=10)  # !CL304
