# expects: CL305
import requests
from types import SimpleNamespace

cloudlink = SimpleNamespace(
    host="api.mitel.io",
    version="2017-09-01",
)


def f():
    requests.post(f"https://admin.{cloudlink.host}/x")
