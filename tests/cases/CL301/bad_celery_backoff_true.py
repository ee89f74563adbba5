# case: kind=server level=self-assessed
# expects: CL301
import requests
from celery import shared_task


@shared_task(
    autoretry_for=(requests.ConnectionError, requests.Timeout),
    retry_backoff=True,  # the countdown below is replaced by 1, 2, 4  # !CL301
    retry_jitter=False,
    retry_kwargs={"max_retries": 3, "countdown": 30},
)
def presence(user_id: str, state: str, headers: dict[str, str]) -> None:
    resp = requests.put(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}",
        json={"state": state},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
