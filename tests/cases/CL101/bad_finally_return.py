# case: kind=server level=self-assessed
# expects: CL101
import requests

ROUTER = "https://router.dev.api.mitel.io/2018-03-03"


def queue_lengths(session: requests.Session, queue_ids: list[str]) -> dict[str, int]:
    lengths: dict[str, int] = {}
    try:
        for queue_id in queue_ids:
            response = session.get(f"{ROUTER}/queues/{queue_id}/statistics", timeout=4)
            response.raise_for_status()
            lengths[queue_id] = response.json()["waiting"]
    finally:  # !CL101
        return lengths
