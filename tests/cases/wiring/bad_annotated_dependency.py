# case: kind=server level=self-assessed
# expects: CL203, CL102, CL302, CL305
from contextlib import asynccontextmanager
from typing import Annotated
import httpx
import structlog
from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic_settings import BaseSettings, SettingsConfigDict
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_fixed

structlog.configure(  # !CL203
    processors=[
        structlog.processors.TimeStamper(fmt="iso", utc=False),
        structlog.processors.JSONRenderer(),
    ]
)
log = structlog.get_logger()

class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")
    admin_url: str = "https://admin.api.mitel.io/2017-09-01"
    token: str = ""

settings = Settings()

@asynccontextmanager
async def lifespan(app: FastAPI):
    async with httpx.AsyncClient(base_url=settings.admin_url, headers={"Authorization": f"Bearer {settings.token}"}) as client:
        app.state.client = client
        yield

app = FastAPI(lifespan=lifespan)

def client_of(request: Request) -> httpx.AsyncClient:
    return request.app.state.client

Client = Annotated[httpx.AsyncClient, Depends(client_of)]

@app.get("/users/{account}")
async def users(account: str, client: Client):
    response = await client.get(f"/accounts/{account}/users")
    if response.is_error:
        log.error("users", account=account, status=response.status_code, body=response.text, correlation=response.headers.get("x-mitel-correlation-id"))  # !CL102
        raise HTTPException(502)
    return response.json()


@app.post("/users/{account}")
async def create(account: str, body: dict, client: Client):
    async for attempt in AsyncRetrying(stop=stop_after_attempt(8), wait=wait_fixed(2), retry=retry_if_exception_type(httpx.TransportError)):  # !CL302
        with attempt:
            r = await client.post(f"/accounts/{account}/users", json=body)
    r.raise_for_status()
    return r.json()

@app.exception_handler(httpx.HTTPStatusError)
async def failed(request: Request, exc: httpx.HTTPStatusError):
    log.exception("failed", url=str(request.url), headers=dict(exc.response.headers))
    return {"error": "upstream"}

@app.get("/me")
async def me(client: Client):
    return (await client.get("/users/me")).json()  # !CL305
