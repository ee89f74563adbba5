from redis import Redis
from rq import Queue, Retry

from jobs import invite

QUEUE = Queue("invitations", connection=Redis())


def plan(conference_id: str, addresses: list[str], headers: dict[str, str]) -> None:
    for address in addresses:
        QUEUE.enqueue(invite, conference_id, address, headers, retry=Retry(max=3, interval=[10, 30, 60]))
