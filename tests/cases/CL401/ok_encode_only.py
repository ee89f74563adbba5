# case: kind=server level=compatible
# expects:
import os
import time

import httpx
import jwt
from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/back")
async def back(code: str, response: Response) -> dict:
    """Exchange the code, keep the tokens here, and give the browser a session of our own."""
    async with httpx.AsyncClient() as http:
        answer = await http.post(
            "https://authentication.api.mitel.io/2017-09-01/token",
            data={"grant_type": "authorization_code", "code": code, "client_id": os.environ["CLIENT_ID"]},
        )
        answer.raise_for_status()
    grant = answer.json()
    app.state.tokens = grant["access_token"]
    own = jwt.encode({"sid": code, "exp": int(time.time()) + grant["expires_in"]}, os.environ["KEY"], "HS256")
    response.set_cookie("sid", own, httponly=True)
    return {"ok": True}
