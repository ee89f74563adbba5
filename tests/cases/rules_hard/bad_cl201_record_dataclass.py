# case: kind=server level=self-assessed
# expects: CL201
import json
import logging
from dataclasses import asdict, dataclass, field
from datetime import datetime

log = logging.getLogger("audit")
SERVICE = "https://admin.api.mitel.io/2017-09-01"


@dataclass
class Entry:
    user: str
    action: str
    at: str = field(default_factory=lambda: datetime.now().isoformat())  # !CL201


def audit(user, action):
    log.info(json.dumps(asdict(Entry(user, action))))
