from urllib.parse import urljoin

import requests

BASE = "https://admin.us.api.mitel.io/2017-09-01/"


def get(path, token):
    response = requests.get(urljoin(BASE, path), headers={"Authorization": "Bearer " + token}, timeout=30)
    response.raise_for_status()
    return response.json()
