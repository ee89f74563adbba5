import requests

from reporter import report


class Service:
    name = "admin"

    def __init__(self, token):
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token

    def call(self, method, path, action, user_id=None, **kwargs):
        kwargs.setdefault("timeout", 15)
        response = self.http.request(method, f"https://{self.name}.api.mitel.io/2017-09-01{path}", **kwargs)
        if response.ok:
            return response.json() if response.content else {}
        report(action, response, user_id)
        return None
