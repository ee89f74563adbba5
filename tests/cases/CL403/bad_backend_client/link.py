from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session

AUTH_HOST = "authentication.us.api.mitel.io"


class Link:
    def __init__(self, client_id: str, client_secret: str) -> None:
        self._secret = client_secret
        self._session = OAuth2Session(client=BackendApplicationClient(client_id=client_id))

    def open(self) -> OAuth2Session:
        self._session.fetch_token(  # !CL403
            f"https://{AUTH_HOST}/2017-09-01/token", client_secret=self._secret, include_client_id=True
        )
        return self._session
