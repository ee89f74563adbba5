import json
import os
from urllib import error, parse, request

AUTH = parse.urlunsplit(
    ("https", f"authentication.{os.getenv('DOMAIN', 'api.mitel.io')}", "/2017-09-01/token", "", "")
)


def token():
    body = parse.urlencode(
        {
            "grant_type": "client_credentials",
            "client_id": os.environ["ID"],
            "client_secret": os.environ["SECRET"],
        }
    )
    with request.urlopen(request.Request(AUTH, data=body.encode(), method="POST"), timeout=5) as answer:
        return json.load(answer)["access_token"]
