import os

from fastapi import Depends, HTTPException
from fastapi.security import OAuth2PasswordBearer
from jose import JWTError, jwt

SECRET_KEY = os.environ["SECRET_KEY"]
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


def issue(username: str) -> dict:
    return {"access_token": jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256"), "token_type": "bearer"}


async def current_user(token: str = Depends(oauth2_scheme)) -> str:
    try:
        return jwt.decode(token, SECRET_KEY, algorithms=["HS256"])["sub"]
    except JWTError as exc:
        raise HTTPException(401) from exc
