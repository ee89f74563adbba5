# case: kind=server level=self-assessed
# expects: CL301
"""Mixins that share a base are gone through in the order of C3: the pause is that of the last one."""
import time

import requests


class Base:
    def send(self, path):
        return requests.get(f"https://admin.api.mitel.io/2017-09-01/{path}", timeout=5)

    def pause(self, number):
        return 5.0


class Hasty(Base):
    def pause(self, number):
        return 0.5 * number  # half a second before the first


class Patient(Base):
    def pause(self, number):
        return 3.0 * number


class Client(Hasty, Base):
    def get(self, path):
        for number in range(1, 4):
            reply = self.send(path)
            if reply.status_code not in (408, 504):
                break
            time.sleep(self.pause(number))  # !CL301
        reply.raise_for_status()
        return reply.json()


class Cooperative(Patient, Hasty):
    def get(self, path):
        for number in range(1, 4):
            reply = self.send(path)
            if reply.status_code not in (408, 504):
                break
            time.sleep(self.pause(number))
        reply.raise_for_status()
        return reply.json()


Client().get("users")
Cooperative().get("users")
