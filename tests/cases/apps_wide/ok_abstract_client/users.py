from http import HTTPMethod

import httpx

from base import CloudLinkService


class Users(CloudLinkService, service="admin"):
    def ping(self):
        try:
            self.send(HTTPMethod.GET, "health")
        except httpx.HTTPStatusError:
            return False
        return True

    def remove(self, user):
        self.send(HTTPMethod.DELETE, "users", user)
