# case: kind=server level=self-assessed
# expects:
import json
import logging
from urllib.error import HTTPError
from urllib.request import Request, urlopen

log = logging.getLogger("dialer")


class Leg:
    def __init__(self, call_id, endpoint):
        self.call_id = call_id
        self.endpoint = endpoint

    def __str__(self):
        return f"{self.endpoint}/{self.call_id}"


def send_digits(leg, digits, token):
    request = Request(
        f"https://media.us.api.mitel.io/2017-09-01/calls/{leg.call_id}/dtmf",
        data=json.dumps({"digits": digits}).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    try:
        with urlopen(request, timeout=5):
            return True
    except HTTPError as error:
        log.error("%s: digits not sent: %s %s", str(leg), error, error.headers.items())
        return False
