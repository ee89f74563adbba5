from enum import Enum
from typing import NamedTuple


class Service(str, Enum):
    ADMIN = "admin"
    MEDIA = "media"
    TUNNEL = "tunnel"


class Environment(NamedTuple):
    region: str = ""
    stage: str = ""

    def url(self, service: Service, version: str = "2017-09-01") -> str:
        host = ".".join(filter(None, (service.value, self.region, self.stage, "api.mitel.io")))
        return f"https://{host}/{version}"


US = Environment("us")
EU = Environment("eu")
