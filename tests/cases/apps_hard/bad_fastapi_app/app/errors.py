import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

logger = logging.getLogger("cloudlink")


class UpstreamError(Exception):
    def __init__(self, operation: str, status: int, body: str, correlation_id: str | None) -> None:
        super().__init__(f"{operation}: HTTP {status}")
        self.operation = operation
        self.status = status
        self.body = body
        self.correlation_id = correlation_id


def install(app: FastAPI) -> None:
    app.add_exception_handler(UpstreamError, upstream)


async def upstream(request: Request, exc: UpstreamError) -> JSONResponse:
    logger.error(  # !CL102
        "%s: %s %s (%s)", exc.operation, exc.status, exc.body, exc.correlation_id
    )
    return JSONResponse({"detail": "upstream error"}, status_code=502)
