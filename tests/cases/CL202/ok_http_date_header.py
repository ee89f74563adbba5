# case: kind=server level=self-assessed
# expects:
import time
from email.utils import formatdate
from wsgiref.handlers import format_date_time

import requests


class Directory:
    """The contacts, read again only when they have changed."""

    def __init__(self, session: requests.Session, account_id: str) -> None:
        self.session = session
        self.url = f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts"
        self.read_at = 0.0
        self.items: list[dict] = []

    def contacts(self) -> list[dict]:
        conditions = {
            "If-Modified-Since": formatdate(self.read_at, usegmt=True),
            "Date": format_date_time(time.time()),
        }
        resp = self.session.get(self.url, headers=conditions, timeout=10)
        resp.raise_for_status()
        if resp.status_code != 304:
            self.items = resp.json()["_embedded"]["items"]
            self.read_at = time.time()
        return self.items
