# case: kind=server level=self-assessed
# expects: CL301 CL302 CL303
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

session = requests.Session()
session.mount(
    "https://",
    HTTPAdapter(max_retries=Retry(total=8, backoff_factor=2, status_forcelist=[429, 500, 502, 503, 504])),
)


def account(account_id):
    reply = session.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    reply.raise_for_status()
    return reply.json()
