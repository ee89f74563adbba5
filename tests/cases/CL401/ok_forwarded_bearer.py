# case: kind=server level=self-assessed
# expects:
import httpx
from fastapi import FastAPI, Header, HTTPException

app = FastAPI()


@app.get("/conversations")
async def conversations(authorization: str = Header()) -> list[dict]:
    """Pass the caller's CloudLink bearer on, unread."""
    scheme, token = authorization.split(" ", 1)
    if scheme.lower() != "bearer" or token.count(".") != 2:
        raise HTTPException(401, "a bearer token is needed")
    async with httpx.AsyncClient() as http:
        answer = await http.get(
            "https://chat.eu.api.mitel.io/2017-09-01/conversations",
            headers={"Authorization": f"Bearer {token}"},
        )
        answer.raise_for_status()
        return answer.json()["_embedded"]["items"]
