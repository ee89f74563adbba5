# case: kind=client level=self-assessed
# expects: CL501
import dataclasses
from enum import Enum

import requests


class Transport(str, Enum):
    WEBHOOK = "webhook"
    SOCKET = "websocket"


@dataclasses.dataclass
class Subscription:
    publicationId: str
    transport: Transport = Transport.WEBHOOK
    url: str = ""

    def body(self):
        return {k: v.value if isinstance(v, Enum) else v for k, v in dataclasses.asdict(self).items()}


def subscribe(session: requests.Session, target):
    wanted = Subscription("conversations", url=target)
    reply = session.post(  # !CL501
        "https://notifications.api.mitel.io/2017-09-01/subscriptions", json=wanted.body()
    )
    reply.raise_for_status()
