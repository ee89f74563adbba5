import httpx

from retries import patient


class Director:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    @patient()
    async def contacts(self) -> list[dict]:
        resp = await self.http.get("https://director.api.mitel.io/2017-09-01/contacts")
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
