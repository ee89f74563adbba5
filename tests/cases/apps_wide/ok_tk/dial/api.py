import contextlib
import logging

import requests

log = logging.getLogger(__name__)


def describe(reply):
    return (
        f"HTTP {reply.status_code} {reply.reason}: {reply.text} "
        f"[{reply.headers.get('X-Mitel-Correlation-Id')}/{reply.headers.get('X-Amzn-RequestId')}]"
    )


@contextlib.contextmanager
def recorded(what, *ids):
    try:
        yield
    except requests.HTTPError as error:
        log.error("%s %s: %s", what, ids, describe(error.response))
        raise
    except requests.RequestException:
        log.exception("%s %s", what, ids)
        raise


class Phone:
    base = "https://media.api.mitel.io/2017-09-01"

    def __init__(self, token):
        self.http = requests.Session()
        self.http.headers.update(Authorization=f"Bearer {token}")

    def dial(self, number):
        with recorded("dial", number):
            reply = self.http.post(f"{self.base}/calls", json={"to": number})
            reply.raise_for_status()
            return reply.json()["callId"]

    def hang_up(self, call_id):
        with recorded("hang up", call_id):
            self.http.delete(f"{self.base}/calls/{call_id}").raise_for_status()
