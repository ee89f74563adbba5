# case: kind=server level=self-assessed
# expects:
import json
import logging
import urllib.error
import urllib.request

log = logging.getLogger("provision")


def disable(user_id, token):
    request = urllib.request.Request(
        "https://admin.us.api.mitel.io/2017-09-01/users/" + user_id,
        data=json.dumps({"enabled": False}).encode(),
        headers={"Authorization": "Bearer " + token},
        method="PATCH",
    )
    try:
        urllib.request.urlopen(request, timeout=10).close()
    except urllib.error.HTTPError as err:
        log.error("not disabled: %s %s %s", request.full_url, err, dict(err.headers))
        return False
    return True
