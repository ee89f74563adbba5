# case: kind=server level=self-assessed
# expects:
import logging
import time
from datetime import datetime

import requests

log = logging.getLogger(__name__)


def account(account_id):
    started = datetime.now()
    begun = time.perf_counter()
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    reply.raise_for_status()
    log.info("took %.1f s, %s", (datetime.now() - started).total_seconds(), time.perf_counter() - begun)
    return reply.json()
