# case: kind=server level=self-assessed
# expects:
from urllib.parse import urljoin

import requests

PATTERN = "https://%(service)s.%(region)s.%(domain)s/%(version)s/"
PLACE = {"region": "eu", "version": "2017-09-01", "domain": "example.net"}


def contact(session: requests.Session, contact_id: str) -> dict:
    base = PATTERN % dict(PLACE, service="director")
    return session.get(urljoin(base, "/".join(("contacts", contact_id))), timeout=10).json()
