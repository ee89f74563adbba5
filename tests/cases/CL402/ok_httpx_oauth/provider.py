import os

from httpx_oauth.oauth2 import OAuth2

cloudlink = OAuth2(
    os.environ["CLIENT_ID"],
    os.environ["CLIENT_SECRET"],
    authorize_endpoint="https://auth.mitel.io/authorize",
    access_token_endpoint="https://authentication.api.mitel.io/2017-09-01/token",
)
