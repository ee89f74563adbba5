from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Note:
    author: str
    text: str
    created: datetime = field(default_factory=datetime.now)  # !CL201

    def body(self) -> dict[str, str]:
        return {"content": self.text, "from": self.author, "createdOn": self.created.isoformat()}
