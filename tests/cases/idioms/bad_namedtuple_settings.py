# expects: CL305
from collections import namedtuple
import requests

Conf = namedtuple("Conf", ["version", "host"])
conf = Conf("2017", "api.mitel.io")


def f():
    requests.post(f"https://admin.{conf.host}/{conf.version}")
