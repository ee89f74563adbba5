# expects: CL102
"""Handlers get their client injected; its errors are logged where they are met."""
import logging

import requests
from dependency_injector import containers, providers
from dependency_injector.wiring import Provide, inject

log = logging.getLogger(__name__)


class Admin:
    def __init__(self, base, session):
        self.base, self.session = base, session

    def users(self):
        reply = self.session.get(f"{self.base}/users", timeout=10)
        if not reply.ok:
            log.error("users: %s %s", reply.status_code, reply.text)  # !CL102
            reply.raise_for_status()
        return reply.json()


class Container(containers.DeclarativeContainer):
    session = providers.Singleton(requests.Session)
    admin = providers.Factory(Admin, base="https://admin.api.mitel.io/2017-09-01", session=session)


@inject
def count(admin: Admin = Provide[Container.admin]):
    return len(admin.users())
