from fastapi import FastAPI, Header

from .cloudlink import CloudLink
from .errors import install

app = FastAPI()
install(app)


@app.get("/accounts/{account_id}")
async def account(account_id: str, authorization: str = Header()) -> dict:
    return await CloudLink(authorization).account(account_id)
