# case: kind=server level=self-assessed
# expects: CL305
import posixpath

import requests

ROOT = "https://presence.api.mitel.io/2017-09-01"


def presence(user_id: str) -> dict:
    return requests.get(posixpath.join(ROOT, "users", user_id, "presences"), timeout=5).json()  # !CL305
