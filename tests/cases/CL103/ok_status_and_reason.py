# case: kind=server level=self-assessed
# expects:
import json
import logging
from http.client import HTTPSConnection

log = logging.getLogger("recordings")


def delete_recording(recording_id: str, user_id: str, token: str) -> bool:
    connection = HTTPSConnection("media.us.api.mitel.io", timeout=20)
    connection.request(
        "DELETE", f"/2017-09-01/recordings/{recording_id}", headers={"Authorization": f"Bearer {token}"}
    )
    response = connection.getresponse()
    if response.status >= 300:
        log.error(
            "recording of user %s kept: %s %s %s",
            user_id,
            response.status,
            response.reason,
            json.dumps(dict(response.getheaders())),
        )
        return False
    return True
