from functools import lru_cache

from pydantic_settings import BaseSettings


class Config(BaseSettings):
    client_id: str
    client_secret: str
    session_key: str
    public_url: str = "https://roster.example.com"
    domain: str = "us.api.mitel.io"
    portal: str = "https://auth.mitel.io"
    payroll: str = "https://payroll.example.com/api"

    def service(self, name: str) -> str:
        return f"https://{name}.{self.domain}/2017-09-01"


@lru_cache
def config() -> Config:
    return Config()
