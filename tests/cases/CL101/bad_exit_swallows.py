# case: kind=server level=self-assessed
# expects: CL101
import json
import urllib.request

BASE = "https://chat.api.mitel.io/2017-09-01"


class Optional:
    """`with Optional():` around what the nightly job can do without."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):  # !CL101
        return True


def rename(conversation_id, name, token):
    request = urllib.request.Request(
        "%s/conversations/%s" % (BASE, conversation_id),
        data=json.dumps({"name": name}).encode(),
        headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
        method="PUT",
    )
    with Optional():
        urllib.request.urlopen(request, timeout=10).close()
