# case: kind=server level=self-assessed
# expects: CL106
import sys
from http.client import HTTPSConnection


def fail(message, status):
    sys.stderr.write("%s (HTTP %d)\n" % (message, status))  # !CL106


def drop_subscription(subscription_id, token):
    connection = HTTPSConnection("notifications.us.api.mitel.io")
    connection.request(
        "DELETE", "/2017-09-01/subscriptions/" + subscription_id, headers={"Authorization": "Bearer " + token}
    )
    response = connection.getresponse()
    if response.status not in (200, 204, 404):
        fail("subscription not dropped", response.status)
        return False
    return True
