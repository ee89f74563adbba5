# case: kind=server level=self-assessed
# expects: CL305
import os

from requests import Request, Session

BASE = os.environ.get("CLOUDLINK_ADMIN", "https://admin.eu.api.mitel.io/2017-09-01")


def change_password(session: Session, user_id: str, password: str) -> None:
    wanted = Request("PUT", BASE + f"/users/{user_id}/password", json={"password": password})
    prepared = session.prepare_request(wanted)
    session.send(prepared, timeout=10)  # !CL305
