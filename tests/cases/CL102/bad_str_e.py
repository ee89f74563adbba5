# case: kind=server level=self-assessed
# expects: CL102
import logging

import requests

log = logging.getLogger("cloudlink")


def get_user(user_id, token):
    try:
        r = requests.get(
            "https://admin.api.mitel.io/2017-09-01/users/" + user_id,
            headers={"Authorization": "Bearer " + token},
            timeout=10,
        )
        r.raise_for_status()
        return r.json()
    except Exception as e:
        log.error(str(e))  # !CL102
        return None
