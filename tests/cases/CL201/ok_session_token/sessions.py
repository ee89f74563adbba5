import datetime
import os

import jwt

LIFETIME = datetime.timedelta(hours=8)


def issue(user_id: str) -> str:
    """The application's own session token, not one of CloudLink's."""
    now = datetime.datetime.utcnow()
    return jwt.encode(
        {"sub": user_id, "iat": now, "exp": now + LIFETIME}, os.environ["SESSION_SECRET"], algorithm="HS256"
    )
