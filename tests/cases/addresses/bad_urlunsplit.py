# case: kind=server level=self-assessed
# expects: CL305
from urllib.parse import urlencode, urlunsplit

import requests

NETLOC = "admin.api.mitel.io"


def users(account_id: str, page: int) -> list:
    query = urlencode({"$skip": page * 50})
    url = urlunsplit(("https", NETLOC, f"/2017-09-01/accounts/{account_id}/users", query, ""))
    return requests.get(url, timeout=5).json()  # !CL305
