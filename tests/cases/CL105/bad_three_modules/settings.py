from pydantic import BaseModel


class Hosts(BaseModel):
    region: str = "us"
    version: str = "2017-09-01"

    def url(self, service: str) -> str:
        return f"https://{service}.{self.region}.api.mitel.io/{self.version}"


HOSTS = Hosts()
