# expects: CL102, CL103
import logging
import requests

log = logging.getLogger("cl")


class Node:
    """Builds a URL by attribute access: api.admin.users["1"].get()."""

    def __init__(self, session, base, parts=()):
        self._session = session
        self._base = base
        self._parts = tuple(parts)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Node(self._session, self._base, self._parts + (name,))

    def __getitem__(self, key):
        return Node(self._session, self._base, (*self._parts, str(key)))

    @property
    def url(self):
        return "/".join((self._base,) + self._parts)

    def _send(self, method, **kwargs):
        reply = self._session.request(method, self.url, timeout=10, **kwargs)
        if not reply.ok:
            log.error("%s %s: %s", method, self.url, reply.status_code)  # !CL102 !CL103
            reply.raise_for_status()
        return reply.json()

    def get(self, **params):
        return self._send("GET", params=params)

    def post(self, body):
        return self._send("POST", json=body)


class CloudLink:
    def __init__(self, token):
        session = requests.Session()
        session.headers["Authorization"] = "Bearer " + token
        self.admin = Node(session, "https://admin.api.mitel.io/2017-09-01")
        self.media = Node(session, "https://media.api.mitel.io/2017-09-01")


def names(token):
    api = CloudLink(token)
    return [user["name"] for user in api.admin.users.get()["_embedded"]["items"]]


def dial(token, user, to):
    api = CloudLink(token)
    return api.media.users[user].calls.post({"to": to})
