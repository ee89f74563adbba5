# case: kind=server level=self-assessed
# expects:
import logging

import httpx

log = logging.getLogger("ivr")


class Menu:
    def __init__(self, client: httpx.AsyncClient, call_id: str) -> None:
        self._client = client
        self._url = f"https://media.us.api.mitel.io/2017-09-01/calls/{call_id}/media"

    async def play(self, prompt: str) -> bool:
        try:
            answer = await self._client.post(self._url, json={"prompt": prompt})
            answer.raise_for_status()
        except httpx.HTTPStatusError as exc:
            log.exception("prompt %s not played", prompt, extra={"headers": dict(exc.response.headers)})
            return False
        return True
