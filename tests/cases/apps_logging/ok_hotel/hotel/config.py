"""Settings from the environment and the set-up of logging."""
import structlog
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="HOTEL_")

    account_id: str
    client_id: str
    client_secret: str
    region: str = "eu"

    def url(self, service: str, path: str) -> str:
        return f"https://{service}.{self.region}.api.mitel.io/2017-09-01/{path.lstrip('/')}"


def configure_logging() -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ]
    )
