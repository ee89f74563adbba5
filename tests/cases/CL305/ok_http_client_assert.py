# case: kind=server level=self-assessed
# expects:
import http.client
import json


def whoami(token: str, region: str = "eu") -> dict:
    connection = http.client.HTTPSConnection(f"authentication.{region}.api.mitel.io", 443, timeout=10)
    connection.request("GET", "/2017-09-01/token", headers={"Authorization": f"Bearer {token}"})
    reply = connection.getresponse()
    try:
        assert reply.status == 200, f"{reply.status} {reply.reason}"
        return json.loads(reply.read())
    finally:
        connection.close()
