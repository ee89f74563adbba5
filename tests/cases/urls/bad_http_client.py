# case: kind=server level=self-assessed
# expects: CL305
import http.client
import json
from contextlib import closing


def who_am_i(token: str, region: str = "us") -> str:
    host = "authentication." + region + ".api.mitel.io"
    with closing(http.client.HTTPSConnection(host, 443, timeout=10)) as connection:
        connection.request("GET", "/2017-09-01/token", headers={"Authorization": f"Bearer {token}"})  # !CL305
        return json.loads(connection.getresponse().read())["principalId"]
