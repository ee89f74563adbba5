import requests

from .errors import from_response


class Api:
    def __init__(self, base="https://admin.api.mitel.io/2017-09-01", token=""):
        self._base = base
        self._session = requests.Session()
        self._session.headers.update({"Authorization": f"Bearer {token}"})

    def put(self, path, body):
        response = self._session.put(self._base + path, json=body, timeout=15)
        if response.status_code >= 400:
            raise from_response(response)
        return response.json()
