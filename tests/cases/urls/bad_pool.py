# case: kind=server level=self-assessed
# expects: CL305
import urllib3

pool = urllib3.HTTPSConnectionPool("director.api.mitel.io", port=443, maxsize=4)


def contacts(token: str) -> dict:
    reply = pool.request(  # !CL305
        "GET", "/2017-09-01/contacts", headers={"Authorization": "Bearer " + token}, retries=False
    )
    return reply.json()
