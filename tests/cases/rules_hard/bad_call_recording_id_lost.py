# case: kind=server level=self-assessed
# expects: CL105
import logging

import httpx

log = logging.getLogger(__name__)
MEDIA = "https://media.api.mitel.io/2017-09-01"


class Calls:
    def __init__(self, client: httpx.AsyncClient):
        self.client = client

    async def _post(self, path, **body):
        reply = await self.client.post(MEDIA + path, json=body)
        if reply.status_code >= 400:
            log.error("media: %s %s %s", reply.status_code, reply.text, dict(reply.headers))  # !CL105
            reply.raise_for_status()
        return reply.json()

    async def hold(self, call):
        return await self._post(f"/calls/{call.id}/hold", hold=True)
