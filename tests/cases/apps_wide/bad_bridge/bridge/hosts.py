from enum import Enum
from urllib.parse import urljoin


class Service(Enum):
    ADMIN = "admin"
    MEDIA = "media"
    CHAT = "conversations"

    @property
    def root(self):
        return "https://%s.us.api.mitel.io/2017-09-01/" % self.value

    def url(self, path):
        return urljoin(self.root, path.lstrip("/"))


SIGN_IN_PAGE = "https://auth.mitel.io/authorize"
