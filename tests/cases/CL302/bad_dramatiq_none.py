# case: kind=server level=self-assessed
# expects: CL302
import dramatiq
import httpx


@dramatiq.actor(max_retries=None, min_backoff=15_000, throws=httpx.HTTPStatusError)  # !CL302
def publish(user_id: str, state: str, token: str) -> None:
    resp = httpx.put(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}",
        json={"state": state},
        headers={"Authorization": f"Bearer {token}"},
    )
    resp.raise_for_status()
