# case: kind=server level=self-assessed
# expects: CL105
import logging

import requests

log = logging.getLogger(__name__)


class Calls:
    """Call control by way of the common host."""

    def __init__(self, token: str, host: str = "https://api.mitel.io") -> None:
        self._root = host + "/2017-09-01"
        self._headers = {"Authorization": f"Bearer {token}"}

    def park(self, endpoint_id: str, identifier: str) -> bool:
        path = f"/endpoints/{endpoint_id}/calls/{identifier}"
        answer = requests.put(self._root + path, json={"action": "park"}, headers=self._headers, timeout=5)
        if answer.status_code >= 400:
            log.error(  # !CL105
                "endpoint %s could not park: %s %s %s",
                endpoint_id,
                answer.status_code,
                answer.text,
                dict(answer.headers),
            )
            return False
        return True
