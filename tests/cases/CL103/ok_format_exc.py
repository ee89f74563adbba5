# case: kind=server level=self-assessed
# expects:
import logging
import traceback

import requests

log = logging.getLogger("cron")


def user_count(token, account_id, region="us"):
    try:
        r = requests.get(
            "https://admin.%s.api.mitel.io/2017-09-01/accounts/%s/users" % (region, account_id),
            params={"$count": "true"},
            headers={"Authorization": "Bearer %s" % token},
        )
        r.raise_for_status()
        return r.json()["count"]
    except requests.HTTPError as e:
        log.error("account %s\n%s", account_id, traceback.format_exc())
        log.error("answer headers: %s", e.response.headers)
        return -1
