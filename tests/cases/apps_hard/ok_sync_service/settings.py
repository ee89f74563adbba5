import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    region: str = os.environ.get("CLOUDLINK_REGION", "us")
    token: str = os.environ["CLOUDLINK_TOKEN"]
    attempts: int = 3
    pause: float = 2.0

    @property
    def admin(self) -> str:
        return f"https://admin.{self.region}.api.mitel.io/2017-09-01"


settings = Settings()
