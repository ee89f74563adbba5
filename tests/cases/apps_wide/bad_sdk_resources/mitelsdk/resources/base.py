class Resource:
    service = ""
    path = ""

    def __init__(self, transport):
        self._transport = transport

    def list(self):
        page = f"/{self.path}"
        while page:
            body = self._transport.fetch(self.service, page)
            yield from body["_embedded"]["items"]
            page = body["_links"].get("next", {}).get("href")

    def get(self, ident):
        return self._transport.send(self.service, "GET", f"/{self.path}/{ident}").json()
