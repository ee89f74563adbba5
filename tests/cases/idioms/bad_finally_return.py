# case: kind=server level=self-assessed
# expects: CL101
import requests


def count(session: requests.Session):
    total = 0
    try:
        reply = session.get("https://admin.api.mitel.io/2017-09-01/users", params={"$top": 0})
        reply.raise_for_status()
        total = reply.json()["count"]
    finally:
        return total  # !CL101
