# case: kind=server level=self-assessed
# expects: CL305
from urllib.parse import urljoin

import requests

PATTERN = "https://%(service)s.%(region)s.api.mitel.io/%(version)s/"
PLACE = {"region": "eu", "version": "2017-09-01"}


def contact(session: requests.Session, contact_id: str) -> dict:
    base = PATTERN % dict(PLACE, service="director")
    answer = session.get(urljoin(base, "/".join(("contacts", contact_id))), timeout=10)  # !CL305
    return answer.json()
