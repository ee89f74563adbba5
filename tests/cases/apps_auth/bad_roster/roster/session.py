"""The roster's own session tokens, which are nobody else's."""
import jwt
from fastapi import Cookie, HTTPException

from .config import config


def issue(user: str) -> str:
    return jwt.encode({"sub": user}, config().session_key, algorithm="HS256")


def current_user(session: str = Cookie()) -> str:
    try:
        return jwt.decode(session, config().session_key, algorithms=["HS256"])["sub"]
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, "sign in first") from error
