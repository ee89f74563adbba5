# case: kind=server level=self-assessed
# expects:
import requests


def found(reply):
    return reply.json()


def missing(reply):
    return None


READERS = {requests.codes.ok: found, requests.codes.not_found: missing}


def tag(account_id, name):
    reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/tags/{name}", timeout=5)
    return READERS[reply.status_code](reply)
