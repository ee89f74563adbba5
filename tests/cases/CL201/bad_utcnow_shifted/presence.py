import aiohttp

from clocks import iso, utc_now


async def publish(session: aiohttp.ClientSession, principal_id: str, state: str) -> None:
    body = {"state": state, "since": iso(utc_now())}
    url = f"https://presence.api.mitel.io/2017-09-01/presentities/{principal_id}"
    async with session.put(url, json=body) as resp:
        resp.raise_for_status()
