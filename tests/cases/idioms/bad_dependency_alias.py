# case: kind=server
# expects: CL101 CL404 CL401
import httpx, jwt
from typing import Annotated
from fastapi import Depends, FastAPI, Request, Header
from fastapi.responses import RedirectResponse
from functools import lru_cache
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    portal: str = "https://auth.mitel.io"

@lru_cache
def get_settings() -> Settings:
    return Settings()

class GwError(Exception):
    pass

class Gw:
    def __init__(self, client): self.client = client
    def send(self, path):
        r = self.client.get("https://admin.mitel.io" + path)
        if r.is_error: raise GwError(r)
        return r.json()

def gateway(request: Request) -> Gw:
    return request.app.state.gateway

def principal(authorization: Annotated[str, Header()]):
    cloudlink_token = authorization.removeprefix("Bearer ")
    return jwt.decode(cloudlink_token, options={"verify_signature": False})  # !CL401

Gwd = Annotated[Gw, Depends(gateway)]
SettingsDep = Annotated[Settings, Depends(get_settings)]
app = FastAPI()
app.state.gateway = Gw(httpx.Client())

@app.get("/x")
def x(gw: Gwd):
    try:
        return gw.send("/x")
    except GwError:  # !CL101
        return None

@app.get("/login")
def login(settings: SettingsDep):
    return RedirectResponse(f"{settings.portal}/authorize?client_id=x&response_type=code")  # !CL404
