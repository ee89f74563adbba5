from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI
from routes import router


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.cloudlink = httpx.AsyncClient(base_url="https://admin.api.mitel.io/2017-09-01")
    yield
    await app.state.cloudlink.aclose()


app = FastAPI(lifespan=lifespan)
app.include_router(router)
