import sys
import time

from .hosts import Service
from .session import Problem


class People:
    def __init__(self, transport):
        self.transport = transport
        self.cache = {}

    async def find(self, user):
        if user in self.cache:
            return self.cache[user]
        try:
            person = await self.transport.fetch("GET", Service.ADMIN.url("users/" + user))
        except Problem as problem:
            print(f"user {user}: {problem} {problem.headers}", file=sys.stderr)  # !CL106
            return None
        return self.cache.setdefault(user, person)

    async def tags(self, user):
        try:
            return await self.transport.fetch("GET", Service.ADMIN.url(f"users/{user}/tags"))
        except Problem:  # !CL101
            return self.cache.get("tags", [])

    async def note(self, user, text):
        await self.transport.fire(
            Service.CHAT.url("messages"),
            {"user": user, "text": text, "at": time.strftime("%d %b %Y %H:%M:%S", time.gmtime())},  # !CL202
        )
