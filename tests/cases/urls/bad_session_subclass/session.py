import requests


class PrefixSession(requests.Session):
    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix.rstrip("/")

    def request(self, method, url, *args, **kwargs):
        kwargs.setdefault("timeout", 10)
        return super().request(method, self.prefix + url, *args, **kwargs)
