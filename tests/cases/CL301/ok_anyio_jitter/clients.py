import httpx

from pauses import pause


async def clients(http: httpx.AsyncClient, account_id: str) -> list[dict]:
    attempt = 1
    while attempt < 5:
        try:
            resp = await http.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/clients")
        except httpx.TimeoutException:
            if attempt == 4:
                raise
            await pause(attempt)
            attempt += 1
        else:
            return resp.raise_for_status().json()["_embedded"]["items"]
    raise AssertionError
