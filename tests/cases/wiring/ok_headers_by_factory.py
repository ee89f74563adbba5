# case: kind=server level=compatible
# expects:
"""Every request says which application it is, by way of settings and an opener."""
import json
import logging
import urllib.request
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


@dataclass
class Config:
    base: str = "https://admin.api.mitel.io/2017-09-01"
    headers: dict = field(default_factory=lambda: {"x-mitel-app": "bridge/1"})


class Api:
    def __init__(self, config, token):
        self.config = config
        self.opener = urllib.request.build_opener()
        self.opener.addheaders = [("Authorization", f"Bearer {token}"), *config.headers.items()]

    def users(self):
        try:
            with self.opener.open(self.config.base + "/users", timeout=15) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            log.error("users: %s %s %s", error.code, error.read(), error.headers)
            raise


def main():
    print(Api(Config(), "t").users())
