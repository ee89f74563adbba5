import httpx

from queues import huey


@huey.task(retries=6, retry_delay=60)  # !CL302 CL303 CL304
def delete_recording(recording_id: str, token: str) -> None:
    resp = httpx.delete(
        f"https://media.api.mitel.io/2017-09-01/recordings/{recording_id}",
        headers={"Authorization": f"Bearer {token}"},
    )
    resp.raise_for_status()
