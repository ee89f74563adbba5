import httpx
import stamina

from errors import busy


class Directory:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    @stamina.retry(on=busy, attempts=4, wait_initial=3, wait_max=30, timeout=None)  # !CL304
    async def search(self, text: str) -> list[dict]:
        resp = await self.http.get(
            "https://director.api.mitel.io/2017-09-01/contacts", params={"search": text}
        )
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
