# case: kind=server level=self-assessed
# expects: CL401
"""Middleware of a gateway: the browser brings its CloudLink token along."""
import jwt
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request


def account_of(cloudlink_token: str) -> str:
    claims = jwt.decode(jwt=cloudlink_token, options={"verify_signature": False, "verify_exp": False})  # !CL401
    return claims["accountId"]


class AccountMiddleware(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        request.state.account = account_of(request.headers["x-cloudlink-token"])
        return await call_next(request)
