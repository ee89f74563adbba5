# case: kind=server level=certified
# expects: CL402
import json
import os
from pathlib import Path

import requests_oauthlib
from oauthlib import oauth2


class Endpoints:
    root = "https://authentication.us.api.mitel.io"
    token = f"{root}/2017-09-01/token"


def session_of(account: str) -> requests_oauthlib.OAuth2Session:
    credentials = json.loads(Path(f"secrets/{account}.json").read_text())
    client = oauth2.LegacyApplicationClient(os.environ["CLIENT_ID"])
    session = requests_oauthlib.OAuth2Session(client=client)
    session.fetch_token(token_url=Endpoints.token, include_client_id=True, **credentials)  # !CL402
    return session
