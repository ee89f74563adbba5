# case: kind=server level=self-assessed
# expects: CL103
import json
import logging
import urllib.error
import urllib.request

logger = logging.getLogger("sites")
ROOT = "https://admin.us.api.mitel.io/2017-09-01"
IDS = ("x-mitel-correlation-id", "x-amzn-requestId")


def site(site_id, token):
    wanted = urllib.request.Request(f"{ROOT}/sites/{site_id}")
    wanted.add_header("Authorization", f"Bearer {token}")
    try:
        reply = urllib.request.urlopen(wanted, timeout=10)
    except urllib.error.HTTPError as e:
        logger.error("Unable to read site " + site_id + " " + str([e.headers.get(i) for i in IDS]))  # !CL103
        return None
    with reply:
        return json.loads(reply.read())
