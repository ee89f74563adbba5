# case: kind=server level=self-assessed
# expects:
import logging
import re

import requests

log = logging.getLogger("dial")
NUMBER = re.compile(r"\+?\d{3,15}")


def dial(session: requests.Session, endpoint_id: str, call_id: str | None, number: str) -> dict | None:
    if not NUMBER.fullmatch(number):
        log.error("not a number")
        return None
    answer = session.post(
        f"https://media.us.api.mitel.io/2017-09-01/endpoints/{endpoint_id}/calls",
        json={"to": number, "replaces": call_id},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()
