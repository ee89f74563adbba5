# case: kind=server level=self-assessed
# expects:
import requests
from loguru import logger


def invite(session: requests.Session, person: dict) -> bool:
    answer = session.post("https://admin.api.mitel.io/2017-09-01/invitations", json=person, timeout=10)
    if answer.status_code != 202:
        logger.bind(headers=dict(answer.headers), email=person["email"]).error(
            "not invited: {} {}", answer.status_code, answer.text
        )
        return False
    return True
