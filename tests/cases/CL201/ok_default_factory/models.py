from dataclasses import dataclass, field
from datetime import datetime, timezone


def _now() -> datetime:
    return datetime.now(timezone.utc)


@dataclass
class Note:
    author: str
    text: str
    created: datetime = field(default_factory=_now)

    def body(self) -> dict[str, str]:
        return {"content": self.text, "from": self.author, "createdOn": self.created.isoformat()}
