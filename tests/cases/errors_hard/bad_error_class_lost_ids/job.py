import logging

from client import Client
from errors import CloudLinkError

log = logging.getLogger(__name__)


def run(token, account_id):
    try:
        return Client(token).request("GET", f"/accounts/{account_id}/users")
    except CloudLinkError as error:
        log.error("users of account %s: %s", account_id, error)  # !CL102
        raise SystemExit(3) from error
