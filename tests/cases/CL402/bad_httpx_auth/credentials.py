import os

from httpx_auth import OAuth2ResourceOwnerPasswordCredentials

TOKEN_URL = "https://authentication.eu.api.mitel.io/2017-09-01/token"


def user_auth(username: str, password: str) -> OAuth2ResourceOwnerPasswordCredentials:
    return OAuth2ResourceOwnerPasswordCredentials(  # !CL402
        TOKEN_URL,
        username=username,
        password=password,
        client_auth=(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]),
    )
