# case: kind=server level=self-assessed
# expects: CL305
import requests
from furl import furl


def contacts(account_id: str) -> list:
    address = furl("https://admin.api.mitel.io/2017-09-01").add(path=f"accounts/{account_id}/contacts")
    return requests.get(address.url, timeout=5).json()  # !CL305
