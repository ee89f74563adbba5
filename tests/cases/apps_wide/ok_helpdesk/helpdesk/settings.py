from functools import lru_cache

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="HELPDESK_")

    region: str | None = None
    account: str
    client_secret: SecretStr
    client_id: str
    timeout: float = 10.0

    def service(self, name: str) -> str:
        region = f".{self.region}" if self.region else ""
        return f"https://{name}{region}.api.mitel.io/2017-09-01"


@lru_cache
def settings() -> Settings:
    return Settings()
