import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

logger = logging.getLogger("cloudlink")


class UpstreamError(Exception):
    def __init__(self, operation: str, status: int, body: str, headers: dict) -> None:
        super().__init__(f"{operation}: HTTP {status}")
        self.operation = operation
        self.status = status
        self.body = body
        self.headers = headers


def install(app: FastAPI) -> None:
    @app.exception_handler(UpstreamError)
    async def upstream(request: Request, exc: UpstreamError) -> JSONResponse:
        logger.error(
            "%s: %s %s",
            exc.operation,
            exc.status,
            exc.body,
            extra={
                "correlation_id": exc.headers.get("x-mitel-correlation-id"),
                "request_id": exc.headers.get("x-amzn-requestid"),
            },
        )
        return JSONResponse({"detail": "upstream error"}, status_code=502)
