import logging

import requests

import log_setup

log_setup.quiet()
log = logging.getLogger("cloudlink.api")


def account(account_id):
    try:
        reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
        reply.raise_for_status()
    except requests.RequestException as exc:
        log.error("account %s: %s %s", account_id, exc, exc.response is not None and exc.response.headers)
        return None
    return reply.json()
