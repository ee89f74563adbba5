"""The service."""
from __future__ import annotations

import logging
import secrets

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse

from . import events, grants, people
from .gateway import GatewayError
from .session import current_user, issue

app = FastAPI()
log = logging.getLogger("roster")


@app.exception_handler(GatewayError)
async def refused(request: Request, error: GatewayError) -> JSONResponse:
    user = request.cookies.get("session_user")
    log.error(
        "%s for user %s: %s (correlation %s, request %s)",
        request.url.path,
        user,
        error,
        error.correlation_id,
        error.request_id,
    )
    return JSONResponse({"message": "CloudLink refused the request"}, 502)


@app.get("/login")
def login() -> RedirectResponse:
    state = secrets.token_urlsafe()
    answer = RedirectResponse(grants.portal_link(state))
    answer.set_cookie("state", state, httponly=True)
    return answer


@app.get("/in")
async def signed_in(code: str) -> RedirectResponse:
    user = await grants.user_id(await grants.by_code(code))
    await events.follow(user)
    answer = RedirectResponse("/")
    answer.set_cookie("session", issue(user), httponly=True)
    return answer


@app.post("/form")
async def form(fields: dict[str, str]) -> dict:
    grant = await grants.by_form(fields["user"], fields["password"])
    return {"seconds": grant["expires_in"]}


@app.get("/accounts/{account_id}/duty")
async def duty(account_id: str, user: str = Depends(current_user)) -> list[dict]:
    rows = []
    for person in await people.users(account_id):
        rows.append({"name": person["name"], "shifts": await people.shifts(person["userId"])})
    return rows


@app.post("/leave")
async def leave(user: str = Depends(current_user)) -> dict:
    await people.mark(user, "Away")
    return {"user": user}
