# case: kind=server level=compatible
# expects: CL405
import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/back")
async def back(code: str) -> dict:
    async with httpx.AsyncClient(base_url="https://authentication.eu.api.mitel.io/2017-09-01") as http:
        answer = await http.post(  # !CL405
            "/token",
            data={
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": "https://b.example.com/back",
            },
        )
        answer.raise_for_status()
        app.state.grant = answer.json()
    return {"ok": True}
