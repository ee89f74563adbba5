# case: kind=server
# expects: CL101
from enum import Enum

import httpx

DEFAULTS = {"cloud": {"region": "eu", "domain": "api.mitel.io"}}


class Service(Enum):
    PRESENCE = "presence"
    ADMIN = "admin"


class Options:
    def __init__(self, given=None):
        self._values = dict(DEFAULTS)
        self._values.update(given or {})

    def __getitem__(self, key):
        return self._values[key]

    def root(self, service):
        return f"https://{service.value}.{self['cloud']['region']}.{self['cloud']['domain']}/2017-09-01"


class Absent(Exception):
    pass


class Broken(Exception):
    pass


def absent(reply):
    raise Absent(reply)


def other(reply):
    if reply.is_error:
        raise Broken(reply)
    return reply.json()


READERS = {404: absent}


class Link:
    def __init__(self, options):
        self.clients = {service: httpx.AsyncClient(base_url=options.root(service)) for service in Service}

    async def send(self, service, method, path):
        reply = await self.clients[service].request(method, path)
        return READERS.get(reply.status_code, other)(reply)


async def state(link: Link, user: str):
    try:
        return await link.send(Service.PRESENCE, "GET", f"/presentities/{user}")
    except Absent:
        return None
    except Broken:  # !CL101
        return None


link = Link(Options())
