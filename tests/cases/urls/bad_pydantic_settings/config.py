from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="BOARD_")

    admin_url: str = "https://admin.api.mitel.io/2017-09-01"
    page_size: int = Field(default=50, ge=1)


@lru_cache
def config() -> Config:
    return Config()
