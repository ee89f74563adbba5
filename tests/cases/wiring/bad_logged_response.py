# case: kind=server level=self-assessed
# expects: CL105
"""A response tells its status, not what was asked of it."""
import logging
import requests
log = logging.getLogger("x")


def both(call_id):
    reply = requests.put(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}", timeout=5, headers={"x-mitel-app": "x"})
    if not reply.ok:
        log.error("not held: %s %s %s", reply, reply.text, reply.headers)  # !CL105


def detail(failed):
    response = getattr(failed, "response", failed)
    return {"status": response.status_code, "detail": response.text or str(failed)}


def other(call_id):
    reply = requests.put(f"https://media.api.mitel.io/2017-09-01/calls/{call_id}", timeout=5, headers={"x-mitel-app": "x"})
    if not reply.ok:
        log.error("not held: %s %s", reply.headers, detail(reply))  # !CL105
