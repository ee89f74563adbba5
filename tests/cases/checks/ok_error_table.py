# case: kind=server level=self-assessed
# expects:
import requests


class CloudError(Exception):
    pass


class NotFound(CloudError):
    pass


class Throttled(CloudError):
    pass


ERRORS = {404: NotFound, 429: Throttled}


def account(account_id):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5)
    if reply.status_code >= 400:
        raise ERRORS.get(reply.status_code, CloudError)(reply.status_code, reply.text)
    return reply.json()
