# case: kind=server level=self-assessed
# expects: CL101, CL102, CL103, CL106, CL305
"""Requests behind iteration, x[key], key in x and the like: their errors come up where those are written."""
import logging
import requests

log = logging.getLogger("pages")
BASE = "https://admin.api.mitel.io/2017-09-01"


class Pages:
    def __init__(self, session: requests.Session, path: str) -> None:
        self.session = session
        self.next = f"{BASE}/{path}"

    def __iter__(self):
        return self

    def __next__(self):
        if self.next is None:
            raise StopIteration
        r = self.session.get(self.next, timeout=5)
        r.raise_for_status()
        page = r.json()
        self.next = page.get("_links", {}).get("next")
        return page["_embedded"]["items"]


class Users:
    def __init__(self, session: requests.Session) -> None:
        self.session = session

    def __iter__(self):
        for page in Pages(self.session, "users"):
            yield from page

    def __getitem__(self, user_id: str) -> dict:
        r = self.session.get(f"{BASE}/users/{user_id}", timeout=5)
        r.raise_for_status()
        return r.json()

    def __delitem__(self, user_id: str) -> None:
        self.session.delete(f"{BASE}/users/{user_id}", timeout=5)  # !CL305

    def __setitem__(self, user_id: str, value: dict) -> None:
        r = self.session.put(f"{BASE}/users/{user_id}", json=value, timeout=5)
        r.raise_for_status()

    def __contains__(self, user_id: str) -> bool:
        r = self.session.head(f"{BASE}/users/{user_id}", timeout=5)
        if r.status_code == 404:
            return False
        r.raise_for_status()
        return True

    def __len__(self) -> int:
        r = self.session.get(f"{BASE}/users/count", timeout=5)
        if not r.ok:
            return 0  # !CL101
        return r.json()["count"]


def listing(users: Users) -> list[str]:
    try:
        return [u["name"] for u in users]
    except requests.HTTPError as e:
        log.error("users not listed: %s %s", e, e.response.headers.get("x-mitel-correlation-id"))  # !CL102
        return []


def one(users: Users, user_id: str) -> dict | None:
    try:
        return users[user_id]
    except requests.RequestException:  # !CL101
        return None


def known(users: Users, user_id: str) -> bool:
    try:
        return user_id in users
    except requests.RequestException as e:
        print("cannot tell", e)  # !CL106
        return False


def save(users: Users, user_id: str, value: dict) -> None:
    try:
        users[user_id] = value
    except requests.HTTPError as e:
        log.error("user %s not saved, headers %s", user_id, e.response.headers)  # !CL103


def main() -> None:
    with requests.Session() as s:
        users = Users(s)
        for name in listing(users):
            log.info("%s", name)
        one(users, "1")
        known(users, "2")
        save(users, "3", {})
        del users["4"]
        log.info("%s users", len(users))
