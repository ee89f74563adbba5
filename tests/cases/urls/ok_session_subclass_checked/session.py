import requests


class PrefixSession(requests.Session):
    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    def request(self, method, url, *args, **kwargs):
        kwargs.setdefault("timeout", 10)
        answer = super().request(method, self.prefix + url, *args, **kwargs)
        answer.raise_for_status()
        return answer
