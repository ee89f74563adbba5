import asyncio
import logging
import httpx
from settings import settings

log = logging.getLogger("batch")

class ApiError(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code} {response.text}")
        self.response = response

    @property
    def ids(self):
        h = self.response.headers
        return {"mitel": h.get("X-Mitel-Correlation-Id"), "amzn": h.get("x-amzn-requestid")}

async def request(client, method, service, path, **kw):
    base = settings()["cloudlink"]["hosts"][service]
    times = settings()["retry"]["times"]
    for n in range(times):  # !CL302
        response = await client.request(method, base + path, **kw)
        if response.status_code in (429, 503):  # !CL304
            await asyncio.sleep(settings()["retry"]["wait"] * (n + 1))  # !CL301
            continue
        if response.is_error:
            raise ApiError(response)
        return response.json()
    raise ApiError(response)
