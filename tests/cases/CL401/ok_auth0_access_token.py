# case: kind=server level=compatible
# expects:
import os

import httpx
import jwt
from fastapi import Depends, FastAPI, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

ISSUER = "https://acme.eu.auth0.com/"
app = FastAPI()
jwks = jwt.PyJWKClient(ISSUER + ".well-known/jwks.json")
bearer = HTTPBearer()


def caller(credentials: HTTPAuthorizationCredentials = Security(bearer)) -> str:
    access_token = credentials.credentials
    key = jwks.get_signing_key_from_jwt(access_token)
    claims = jwt.decode(
        access_token, key.key, algorithms=["RS256"], audience="https://lobby.example.com", issuer=ISSUER
    )
    return claims["sub"]


async def service_token(http: httpx.AsyncClient) -> str:
    answer = await http.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        json={
            "grant_type": "client_credentials",
            "client_id": os.environ["CL_CLIENT_ID"],
            "client_secret": os.environ["CL_CLIENT_SECRET"],
        },
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


@app.get("/lobby")
async def lobby(user: str = Depends(caller)) -> dict:
    async with httpx.AsyncClient() as http:
        token = await service_token(http)
        answer = await http.get(
            "https://chat.api.mitel.io/2017-09-01/conversations", headers={"Authorization": "Bearer " + token}
        )
        answer.raise_for_status()
        return {"user": user, "open": answer.json()["count"]}
