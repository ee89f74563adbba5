import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from upstream import UpstreamError, fetch

log = logging.getLogger("gateway")
app = FastAPI()


@app.exception_handler(UpstreamError)
async def upstream_failed(request: Request, exc: UpstreamError) -> JSONResponse:
    log.error("%s %s: %s", request.method, request.url.path, exc, extra={"answer": exc.response.headers})
    return JSONResponse({"detail": "upstream failed"}, status_code=502)


@app.get("/users/{user_id}")
async def user(user_id: str) -> dict:
    return await fetch(f"/users/{user_id}")
