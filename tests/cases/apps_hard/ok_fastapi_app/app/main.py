from typing import Annotated

from fastapi import Depends, FastAPI, Header

from .cloudlink import CloudLink
from .errors import install

app = FastAPI()
install(app)


def cloudlink(authorization: Annotated[str, Header()]) -> CloudLink:
    return CloudLink(authorization.removeprefix("Bearer "))


@app.get("/accounts/{account_id}")
async def account(account_id: str, cloud: Annotated[CloudLink, Depends(cloudlink)]) -> dict:
    return await cloud.account(account_id)
