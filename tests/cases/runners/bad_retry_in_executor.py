# case: kind=server level=self-assessed
# expects: CL301
import asyncio
import logging

import requests

log = logging.getLogger(__name__)


def once(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    reply.raise_for_status()
    return reply.json()


async def account(account_id):
    loop = asyncio.get_running_loop()
    for attempt in range(3):
        try:
            return await loop.run_in_executor(None, once, account_id)
        except requests.ConnectionError:
            if attempt == 2:
                raise
            await asyncio.sleep(0.5)  # !CL301
