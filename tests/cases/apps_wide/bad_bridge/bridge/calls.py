import logging

from .again import stubborn
from .hosts import Service
from .session import Problem

log = logging.getLogger("bridge.calls")


async def transfer(transport, call_id, target):
    try:
        await stubborn(
            lambda: transport.fetch(
                "POST", Service.MEDIA.url(f"/calls/{call_id}/transfer"), json={"to": target}
            )
        )
    except Problem as problem:
        log.error("transfer to %s: %s", target, problem, extra={"headers": problem.headers})  # !CL105
        return False
    return True
