import httpx

TOKEN = "https://authentication.api.mitel.io/2017-09-01/token"


async def renew(http: httpx.AsyncClient, refresh_token: str) -> dict:
    answer = await http.post(TOKEN, json={"grant_type": "refresh_token", "refresh_token": refresh_token})
    answer.raise_for_status()
    return answer.json()
