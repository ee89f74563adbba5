from dataclasses import dataclass, field

from decouple import config


@dataclass(frozen=True)
class Settings:
    region: str = field(default_factory=lambda: config("CL_REGION", default="us"))
    host: str = config("CL_HOST", default="api.mitel.io")
    token: str = config("CL_TOKEN", default="")

    def url(self, service: str) -> str:
        return f"https://{service}.{self.region}.{self.host}/2017-09-01"


def load() -> Settings:
    return Settings()
