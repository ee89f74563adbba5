# case: kind=server level=self-assessed
# expects: CL305
import requests
from furl import furl

BASE = furl("https://admin.api.mitel.io/2017-09-01")


def user(ident):
    return requests.get((BASE / "users" / ident).url, timeout=5).json()  # !CL305
