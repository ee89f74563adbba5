import logging
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone

import requests

from .cloudlink import Client, CloudLinkError

log = logging.getLogger(__name__)


@dataclass
class Ticket:
    subject: str
    user: str
    created: str = field(default_factory=lambda: datetime.now(timezone.utc).isoformat())


class Tickets:
    def __init__(self, chat: Client) -> None:
        self._chat = chat

    def announce(self, ticket: Ticket) -> bool:
        try:
            self._chat.post(f"/users/{ticket.user}/messages", asdict(ticket))
        except CloudLinkError as error:
            log.error("ticket for %s not announced: %s", ticket.user, error, extra=error.fields())
            return False
        except requests.RequestException:
            log.exception("ticket for %s not announced", ticket.user)
            return False
        return True
