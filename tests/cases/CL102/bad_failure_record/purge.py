import logging

import requests

from failure import Failure, Service

log = logging.getLogger("purge")


def purge(session: requests.Session, conversation_ids: list[str]) -> int:
    gone = 0
    for conversation_id in conversation_ids:
        answer = session.delete(f"{Service.CHAT.value}/conversations/{conversation_id}", timeout=10)
        if answer.ok:
            gone += 1
        else:
            log.error("conversation %s stays", conversation_id, extra=Failure.of(answer).brief())  # !CL102
    return gone
