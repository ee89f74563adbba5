import enum

from yarl import URL


class Service(enum.StrEnum):
    AUTH = "authentication"
    CALLS = "media"
    PEOPLE = enum.auto()

    @property
    def host(self) -> str:
        return "admin" if self is Service.PEOPLE else self.value

    def __truediv__(self, path: str) -> URL:
        return URL(f"https://{self.host}.api.mitel.io/2017-09-01") / path
