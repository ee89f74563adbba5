# case: kind=server level=self-assessed
# expects: CL101
import requests

ADMIN = "https://admin.api.mitel.io/2017-09-01"


def first_available(session, account_ids):
    last = None
    for account_id in account_ids:
        try:
            reply = session.get(f"{ADMIN}/accounts/{account_id}", timeout=5)
        except requests.ConnectionError as exc:
            last = exc
            continue
        if reply.status_code != 200:  # !CL101
            continue
        return reply.json()
    if last is not None:
        raise last
    return None
