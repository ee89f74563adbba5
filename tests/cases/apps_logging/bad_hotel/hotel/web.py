"""What the property management system calls."""
from __future__ import annotations

from contextlib import asynccontextmanager

import httpx
import structlog
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

from hotel import messages
from hotel.client import CloudLink
from hotel.config import Settings, configure_logging
from hotel.errors import CloudLinkFailure
from hotel.guests import Guests
from hotel.wakeup import WakeUp

log = structlog.get_logger(__name__)


@asynccontextmanager
async def lifespan(app: FastAPI):
    configure_logging()
    api = CloudLink(Settings())
    app.state.api = api
    app.state.guests = Guests(api)
    app.state.wakeup = WakeUp(api, "front-desk")
    yield
    await api.close()


app = FastAPI(lifespan=lifespan)


@app.exception_handler(CloudLinkFailure)
async def refused(request: Request, failure: CloudLinkFailure) -> JSONResponse:
    log.error("refused", path=request.url.path, error=str(failure), **failure.trace)
    return JSONResponse({"detail": "CloudLink refused"}, status_code=502)


@app.exception_handler(httpx.RequestError)
async def out_of_reach(request: Request, error: httpx.RequestError) -> JSONResponse:
    log.error("out_of_reach", path=request.url.path, error=str(error))
    return JSONResponse({"detail": "CloudLink is out of reach"}, status_code=503)


@app.put("/rooms/{room}/guest/{user_id}")
async def check_in(request: Request, room: str, user_id: str, name: str) -> dict:
    if not await request.app.state.guests.check_in(user_id, name):
        raise HTTPException(502, f"room {room} was not checked in")
    return {"room": room}


@app.delete("/rooms/{room}/guest/{user_id}")
async def check_out(request: Request, room: str, user_id: str) -> dict:
    return {"done": await request.app.state.guests.check_out(user_id, room)}


@app.post("/wakeup/{extension}")
async def wake_up(request: Request, extension: str) -> dict:
    return {"callId": await request.app.state.wakeup.ring(extension)}


@app.delete("/wakeup/calls/{call_id}")
async def stop(request: Request, call_id: str) -> dict:
    return {"done": await request.app.state.wakeup.stop(call_id)}


@app.post("/conversations/{conversation_id}")
async def message(request: Request, conversation_id: str, text: str) -> dict:
    return {"messageId": await messages.send(request.app.state.api, conversation_id, text)}
