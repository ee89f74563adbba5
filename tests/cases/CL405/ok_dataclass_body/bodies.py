import os
from dataclasses import asdict, dataclass


@dataclass
class Body:
    client_id: str = os.environ["CLIENT_ID"]

    def form(self) -> dict[str, str]:
        return asdict(self)


@dataclass
class Code(Body):
    code: str = ""
    grant_type: str = "authorization_code"


@dataclass
class Refresh(Body):
    refresh_token: str = ""
    grant_type: str = "refresh_token"
