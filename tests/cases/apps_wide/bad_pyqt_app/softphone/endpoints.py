import enum

from yarl import URL


class Service(enum.Enum):
    AUTH = "authentication"
    CALLS = "media"
    EVENTS = "notifications"
    PEOPLE = "admin"

    def __truediv__(self, path: str) -> URL:
        return URL.build(scheme="https", host=f"{self.value}.api.mitel.io") / "2017-09-01" / path
