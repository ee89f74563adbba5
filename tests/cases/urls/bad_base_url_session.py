# case: kind=server level=self-assessed
# expects: CL305
from requests_toolbelt.sessions import BaseUrlSession


def make(service: str = "chat") -> BaseUrlSession:
    return BaseUrlSession(base_url="https://{}.api.mitel.io/2017-09-01/".format(service))


def conversations(token: str) -> dict:
    session = make()
    session.headers["Authorization"] = f"Bearer {token}"
    return session.get("conversations", timeout=10).json()  # !CL305
