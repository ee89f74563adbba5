# case: kind=server level=compatible
# expects: CL402
import os

from authlib.integrations.httpx_client import AsyncOAuth2Client
from fastapi import FastAPI

app = FastAPI()


@app.post("/login")
async def login(form: dict) -> dict:
    async with AsyncOAuth2Client(
        os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"], token_endpoint_auth_method="client_secret_post"
    ) as client:
        token = await client.fetch_token(  # !CL402
            "https://authentication.api.mitel.io/2017-09-01/token",
            grant_type="password",
            username=form["user"],
            password=form["password"],
        )
        answer = await client.get("https://admin.api.mitel.io/2017-09-01/users/me")
        answer.raise_for_status()
    return {"user": answer.json(), "seconds": token["expires_in"]}
