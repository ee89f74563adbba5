# case: kind=server level=self-assessed
# expects: CL106 CL203
import logging.config

import requests

logging.config.dictConfig(
    {
        "version": 1,
        "formatters": {"plain": {"format": "%(asctime)s %(message)s"}},  # !CL203
        "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "plain"}},
        "root": {"handlers": ["err"], "level": "CRITICAL"},  # !CL106
    }
)
log = logging.getLogger(__name__)


def account(number):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{number}", timeout=4)
    if not reply.ok:
        log.error("account %s: %s %s %s", number, reply.status_code, reply.text, reply.headers)
        return None
    return reply.json()
