from dataclasses import dataclass, field


@dataclass
class RequestRefused(Exception):
    action: str
    headers: dict = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.action} was refused"
