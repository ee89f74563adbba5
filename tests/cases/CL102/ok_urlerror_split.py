# case: kind=server level=self-assessed
# expects:
import json
import logging
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

LOG = logging.getLogger(__name__)
TOKEN_URL = "https://authentication.%s.api.mitel.io/2017-09-01/token"


def sign_in(account_id, username, password, region="us"):
    form = urlencode(
        {"grant_type": "password", "account_id": account_id, "username": username, "password": password}
    )
    try:
        with urlopen(Request(TOKEN_URL % region, data=form.encode("ascii")), timeout=10) as answer:
            return json.load(answer)["access_token"]
    except HTTPError as error:
        LOG.error("sign-in of %s failed: %s\n%s", username, error, error.headers)
    except URLError as error:
        LOG.error("sign-in of %s failed: %s", username, error.reason)
    return None
