# case: kind=server level=self-assessed
# expects: CL503
import time

import requests


def wait_until_free(session: requests.Session, principal_id: str) -> None:
    """Blocks until the agent is available."""
    state = ""
    while state != "Available":  # !CL503
        time.sleep(20)
        answer = session.get(
            f"https://presence.api.mitel.io/2017-09-01/presentities/{principal_id}", timeout=10
        )
        answer.raise_for_status()
        state = answer.json()["state"]
