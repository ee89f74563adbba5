from celeryapp import app
from client import put_state


@app.task(bind=True, max_retries=4)
def publish(self, user_id: str, state: str, headers: dict[str, str]) -> None:
    resp = put_state(user_id, state, headers)
    if resp.status_code == 429:
        raise self.retry(countdown=int(resp.headers.get("Retry-After", 20)))
    resp.raise_for_status()
