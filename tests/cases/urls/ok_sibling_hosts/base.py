import httpx


class Resource:
    host = ""

    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def url(self, key: str) -> str:
        return f"https://{self.host}/{key}"
