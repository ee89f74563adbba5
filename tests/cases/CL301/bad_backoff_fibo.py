# case: kind=server level=self-assessed
# expects: CL301
import backoff
import httpx


class Director:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    # 1, 1, 2, 3
    @backoff.on_exception(backoff.fibo, httpx.TransportError, max_tries=5, jitter=None)  # !CL301
    async def search(self, text: str) -> list[dict]:
        resp = await self.http.get(
            "https://director.api.mitel.io/2017-09-01/contacts", params={"search": text}
        )
        resp.raise_for_status()
        return resp.json()["_embedded"]["items"]
