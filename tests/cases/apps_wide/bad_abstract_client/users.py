import time
from http import HTTPMethod

import httpx

from base import CloudLinkService


class Users(CloudLinkService, service="admin"):
    def ping(self):
        try:
            return self.send(HTTPMethod.GET, "health").raise_for_status() is not None
        except httpx.HTTPStatusError:  # !CL101
            return False

    def create(self, **fields):
        for wait in (2, 4, 8):  # !CL303
            reply = self.send(HTTPMethod.POST, "users", json=fields)
            if reply.status_code < 500:
                break
            time.sleep(max(wait, int(reply.headers.get("Retry-After", 0))))
        reply.raise_for_status()
        return reply.json()

    def remove(self, user):
        self.send(HTTPMethod.DELETE, "users", user)  # !CL305
