# case: kind=server level=self-assessed
# expects: CL302
import requests
from celery import shared_task


@shared_task(
    autoretry_for=(requests.ConnectionError,),
    max_retries=3,
    retry_kwargs={"max_retries": 12, "countdown": 30},  # wins over the line above  # !CL302
)
def archive(conversation_id: str, headers: dict[str, str]) -> None:
    resp = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/archive",
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
