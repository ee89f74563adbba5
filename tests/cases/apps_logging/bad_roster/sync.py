import logging

import requests

from settings import base_url
from support import explain

logger = logging.getLogger("sync")


class Sync:
    def __init__(self, session, account_id):
        self.session = session
        self.url = base_url("admin") + "/accounts/" + account_id + "/users"

    def known(self):
        response = self.session.get(self.url, timeout=30)
        response.raise_for_status()
        users = response.json()["_embedded"]["items"]
        return {user["email"]: user["userId"] for user in users}

    def add(self, person):
        try:
            response = self.session.post(self.url, json=person, timeout=20)
            response.raise_for_status()
        except requests.RequestException as e:
            logger.error("%s not added: %s", person["email"], e)  # !CL102
            return 0
        return 1

    def remove(self, user_id):
        response = self.session.delete(self.url + "/" + user_id, timeout=20)
        if response.status_code == 404:
            return 0
        if response.status_code != 204:
            logger.error("user %s not removed: %s %s", user_id, response.text, response.headers)  # !CL103
            return 0
        return 1

    def run(self, people):
        try:
            known = self.known()
        except requests.RequestException:  # !CL101
            return 0, 0
        wanted = {person["email"]: person for person in people}
        added = sum(self.add(person) for email, person in wanted.items() if email not in known)
        removed = sum(self.remove(known[email]) for email in known if email not in wanted)
        return added, removed
