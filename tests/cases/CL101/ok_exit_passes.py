# case: kind=server level=self-assessed
# expects:
import json
import time
import urllib.request

BASE = "https://chat.api.mitel.io/2017-09-01"


class Stopwatch:
    """Measures a block; what the block raises goes on."""

    def __enter__(self):
        self.started = time.monotonic()
        return self

    def __exit__(self, kind, error, trace):
        self.seconds = time.monotonic() - self.started
        return False


def rename(conversation_id, name, token):
    request = urllib.request.Request(
        "%s/conversations/%s" % (BASE, conversation_id),
        data=json.dumps({"name": name}).encode(),
        headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
        method="PUT",
    )
    with Stopwatch() as watch:
        urllib.request.urlopen(request, timeout=10).close()
    return watch.seconds
