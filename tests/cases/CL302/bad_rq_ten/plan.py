from redis import Redis
from rq import Queue
from rq import Retry as JobRetry

from jobs import invite

QUEUE = Queue("invitations", connection=Redis())


def plan(conference_id: str, addresses: list[str], headers: dict[str, str]) -> None:
    policy = JobRetry(max=10, interval=[10, 30, 60])  # !CL302 CL303 CL304
    for address in addresses:
        QUEUE.enqueue(invite, conference_id, address, headers, retry=policy)
