import os

import httpx
from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordRequestForm

from security import current_user, issue

app = FastAPI()
ADMIN = "https://admin.api.mitel.io/2017-09-01"


@app.post("/token")
async def token(form: OAuth2PasswordRequestForm = Depends()) -> dict:
    return issue(form.username)


@app.get("/account")
async def account(user: str = Depends(current_user)) -> dict:
    headers = {"Authorization": f"Bearer {os.environ['CLOUDLINK_TOKEN']}"}
    async with httpx.AsyncClient(base_url=ADMIN, headers=headers) as http:
        answer = await http.get("/accounts/me")
        answer.raise_for_status()
        return {"user": user, "account": answer.json()}
