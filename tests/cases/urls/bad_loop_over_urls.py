# case: kind=server level=self-assessed
# expects: CL305
import requests

HEALTH = (
    "https://admin.api.mitel.io/2017-09-01/health",
    "https://chat.api.mitel.io/2017-09-01/health",
)


def warm_up(session: requests.Session) -> int:
    size = 0
    for url in HEALTH:
        size += len(session.get(url, timeout=5).content)  # !CL305
    return size
