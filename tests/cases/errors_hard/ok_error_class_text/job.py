import logging

import requests
from client import Client
from errors import CloudLinkError

log = logging.getLogger(__name__)


def run(token, account_id):
    client = Client(token)
    try:
        users = client.request("GET", f"/accounts/{account_id}/users")
    except CloudLinkError as error:
        log.error("users of account %s: %s", account_id, error)
        return 1
    except requests.RequestException as error:
        log.error("users of account %s: %s", account_id, error)
        return 1
    log.info("%d users", len(users))
    return 0
