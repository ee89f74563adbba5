import logging
from urllib.parse import quote, urljoin

import requests

from toolbox import explain

ADMIN = "https://admin.us.api.mitel.io/2017-09-01/"


class Provisioner:
    def __init__(self, account_id, token):
        self.log = logging.getLogger("provisioner").getChild(account_id)
        self.account_id = account_id
        self.session = requests.Session()
        self.session.headers.update(Authorization="Bearer " + token)

    def add_extension(self, user_id, extension):
        target = urljoin(ADMIN, "users/" + quote(user_id))
        response = self.session.patch(target, json={"extension": extension}, timeout=10)
        if response.status_code != 200:
            return explain(self.log, "extension not set", response, user=user_id, extension=extension)
        return "done"
