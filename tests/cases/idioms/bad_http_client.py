# case: kind=server level=self-assessed
# expects: CL305
import http.client
import json


def people(token):
    conn = http.client.HTTPSConnection("admin.api.mitel.io", timeout=9)
    try:
        conn.request("GET", "/2017-09-01/users", headers={"Authorization": "Bearer " + token})  # !CL305
        return json.loads(conn.getresponse().read())
    finally:
        conn.close()
