# case: kind=unknown level=self-assessed
# expects: CL103 CL102
import http.client
import json
import logging

log = logging.getLogger("cl")


def account(token, account_id):
    connection = http.client.HTTPSConnection("admin.api.mitel.io", timeout=10)
    try:
        connection.request("GET", f"/2017-09-01/accounts/{account_id}", headers={"Authorization": "Bearer " + token})
        reply = connection.getresponse()
        data = reply.read()
        if reply.status != 200:
            log.error("account %s was answered with %d", account_id, reply.status)  # !CL103 !CL102
            return None
        return json.loads(data)
    finally:
        connection.close()
