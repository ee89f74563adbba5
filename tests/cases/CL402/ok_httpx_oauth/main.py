from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from provider import cloudlink

app = FastAPI()
BACK = "https://board.example.com/back"


@app.get("/login")
async def login() -> RedirectResponse:
    return RedirectResponse(await cloudlink.get_authorization_url(BACK))


@app.get("/back")
async def back(code: str) -> dict:
    token = await cloudlink.get_access_token(code, BACK)
    app.state.token = token["access_token"]
    return {"signed_in": True}
