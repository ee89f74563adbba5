import os

from authlib.integrations.requests_client import OAuth2Session

from hosts import ADMIN, AUTH


def open_session() -> OAuth2Session:
    session = OAuth2Session(token_endpoint_auth_method="none")
    session.fetch_token(f"{AUTH}/token", username=os.environ["DEV_USER"], password=os.environ["DEV_SECRET"])
    return session


def me() -> dict:
    answer = open_session().get(f"{ADMIN}/users/me", timeout=10)
    answer.raise_for_status()
    return answer.json()
