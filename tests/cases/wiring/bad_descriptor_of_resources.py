# case: kind=server level=self-assessed
# expects: CL101, CL305
import requests

BASE = "https://{}.api.mitel.io/2017-09-01"


class Resource:
    service = ""

    def __init__(self, owner):
        self.owner = owner

    def url(self, path):
        return BASE.format(self.service) + path


class Users(Resource):
    service = "admin"

    def list(self, account):
        return self.owner.http.get(self.url(f"/accounts/{account}/users")).json()  # !CL305


class Presence(Resource):
    service = "presence"

    def get(self, principal):
        reply = self.owner.http.get(self.url(f"/presentities/{principal}"))
        reply.raise_for_status()
        return reply.json()


class Lazy:
    """A resource that is made when it is first asked for."""

    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not hasattr(instance, self.name):
            setattr(instance, self.name, self.kind(instance))
        return getattr(instance, self.name)


class Cloud:
    users = Lazy(Users)
    presence = Lazy(Presence)

    def __init__(self):
        self.http = requests.Session()


def state(cloud: Cloud, name):
    try:
        return cloud.presence.get(name)
    except requests.RequestException:  # !CL101
        return None


def users(account):
    return Cloud().users.list(account)
