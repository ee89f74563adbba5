# case: kind=server level=self-assessed
# expects: CL101
import gevent
import requests


def state(user_id):
    reply = requests.get(f"https://presence.api.mitel.io/2017-09-01/users/{user_id}/presences", timeout=4)
    reply.raise_for_status()
    return reply.json()


def states(user_ids):
    jobs = [gevent.spawn(state, user_id) for user_id in user_ids]
    gevent.joinall(jobs)
    found = []
    for job in jobs:
        try:
            found.append(job.get())
        except Exception:  # !CL101
            continue
    return found
