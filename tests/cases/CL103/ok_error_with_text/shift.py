import logging

import gateway
from errors import RequestRefused

log = logging.getLogger("shift")


def start(agents: dict[str, list[str]]) -> None:
    for agent_id, queue_ids in agents.items():
        for queue_id in queue_ids:
            try:
                gateway.login_agent(agent_id, queue_id)
            except RequestRefused as refused:
                log.error("agent %s: %s %s", agent_id, refused, refused.headers)
