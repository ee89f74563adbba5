# case: kind=unknown level=compatible
# expects:
import os

import httpx
import uvicorn
from fastapi import Depends, FastAPI
from httpx_auth import OAuth2ClientCredentials

app = FastAPI()


def http() -> httpx.Client:
    auth = OAuth2ClientCredentials(
        "https://authentication.api.mitel.io/2017-09-01/token",
        client_id=os.environ["CLIENT_ID"],
        client_secret=os.environ["CLIENT_SECRET"],
    )
    return httpx.Client(auth=auth, base_url="https://director.api.mitel.io/2017-09-01")


@app.get("/contacts")
def contacts(client: httpx.Client = Depends(http)) -> dict:
    answer = client.get("/contacts")
    answer.raise_for_status()
    return answer.json()


if __name__ == "__main__":
    uvicorn.run(app)
