import requests
from errors import CloudLinkError


class Client:
    root = "https://admin.api.mitel.io/2017-09-01"

    def __init__(self, token):
        self.http = requests.Session()
        self.http.headers.update({"Authorization": f"Bearer {token}"})

    def request(self, method, path, **kwargs):
        response = self.http.request(method, self.root + path, timeout=15, **kwargs)
        if response.status_code // 100 != 2:
            raise CloudLinkError(response)
        return response.json() if response.content else None
