# case: kind=server level=self-assessed
# expects: CL101
import asyncio
import functools

import requests


class Directory:
    base = "https://admin.api.mitel.io/2017-09-01"

    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token

    async def contact(self, account_id, contact_id):
        loop = asyncio.get_running_loop()
        fetch = functools.partial(self.session.get, timeout=10)
        try:
            reply = await loop.run_in_executor(
                None, fetch, f"{self.base}/accounts/{account_id}/contacts/{contact_id}"
            )
            reply.raise_for_status()
        except requests.RequestException:  # !CL101
            return None
        return reply.json()
