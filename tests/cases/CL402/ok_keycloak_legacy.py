# case: kind=server level=certified
# expects:
import os

import requests
from oauthlib.oauth2 import LegacyApplicationClient
from requests_oauthlib import OAuth2Session

SSO = "https://sso.acme.example/realms/staff/protocol/openid-connect/token"


def staff(username: str, password: str) -> OAuth2Session:
    """The intranet signs in with the company's own Keycloak."""
    session = OAuth2Session(client=LegacyApplicationClient("intranet"))
    session.fetch_token(SSO, username=username, password=password)
    return session


def message(conversation_id: str, text: str) -> None:
    reply = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": text},
        headers={"Authorization": f"Bearer {os.environ['CLOUDLINK_TOKEN']}"},
        timeout=10,
    )
    reply.raise_for_status()
