import httpx


class Refused(Exception):
    pass


async def refuse_errors(response: httpx.Response) -> None:
    if response.status_code < 400:
        return
    body = await response.aread()
    raise Refused(f"{response.request.url}: {response.status_code} {body!r}")


def cloudlink(token: str, service: str = "chat") -> httpx.AsyncClient:
    client = httpx.AsyncClient(
        base_url=f"https://{service}.us.api.mitel.io/2017-09-01",
        headers={"Authorization": f"Bearer {token}"},
    )
    client.event_hooks = {"response": [refuse_errors]}
    return client
