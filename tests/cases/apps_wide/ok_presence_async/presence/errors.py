from dataclasses import dataclass

import aiohttp


@dataclass(eq=False)
class Refused(Exception):
    method: str
    url: str
    status: int
    text: str
    correlation_id: str | None
    request_id: str | None

    def __str__(self) -> str:
        return f"{self.method} {self.url} -> {self.status} {self.text}"

    @classmethod
    async def of(cls, reply: aiohttp.ClientResponse) -> "Refused":
        return cls(
            reply.method,
            str(reply.url),
            reply.status,
            (await reply.text())[:500],
            reply.headers.get("x-mitel-correlation-id"),
            reply.headers.get("x-amzn-RequestId"),
        )
