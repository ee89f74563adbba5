"""What differs from one hotel to the next; read from the environment once."""

from __future__ import annotations

import os
import platform
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from frontdesk import __version__

API_VERSION = "2017-09-01"
PORTAL = "https://auth.mitel.io"


@dataclass(frozen=True)
class Settings:
    account_id: str
    client_id: str
    client_secret: str
    public_url: str
    region: str = "eu"
    folder: Path = Path("var")
    session_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    @classmethod
    def load(cls) -> Settings:
        env = os.environ
        return cls(
            account_id=env["HOTEL_ACCOUNT"],
            client_id=env["HOTEL_CLIENT_ID"],
            client_secret=env["HOTEL_CLIENT_SECRET"],
            public_url=env["HOTEL_URL"].rstrip("/"),
            region=env.get("HOTEL_REGION", "eu"),
            folder=Path(env.get("HOTEL_FOLDER", "var")),
        )

    def service_url(self, service: str) -> str:
        return f"https://{service}.{self.region}.api.mitel.io/{API_VERSION}"

    @property
    def redirect_uri(self) -> str:
        return self.public_url + "/staff/welcome"

    @property
    def app_header(self) -> str:
        system = f"{platform.system()}/{platform.release()}"
        return f"app=FrontDesk/{__version__};platform={system};session-id={self.session_id}"
