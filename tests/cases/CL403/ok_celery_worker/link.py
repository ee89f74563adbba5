from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session

AUTH_HOST = "authentication.us.api.mitel.io"


def open_session(client_id: str, client_secret: str) -> OAuth2Session:
    session = OAuth2Session(client=BackendApplicationClient(client_id=client_id))
    session.fetch_token(f"https://{AUTH_HOST}/2017-09-01/token", client_secret=client_secret)
    return session
