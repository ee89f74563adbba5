import logging
import time

from cloudlink_sdk import Client, CloudLinkError, NotFound, RateLimited

log = logging.getLogger("job")


def fetch(client: Client, user_id: str):
    try:
        return client.users.get(user_id)
    except NotFound:
        return None
    except CloudLinkError as error:
        log.error("user %s: %s %s (%s)", user_id, error.status, error, error.correlation_id)  # !CL102
        raise


def hold(client: Client, call_id: str) -> bool:
    for attempt in range(1, 10):  # !CL302
        try:
            client.calls.hold(call_id)
        except RateLimited as limited:
            time.sleep(limited.wait)
        except CloudLinkError as error:
            log.error("hold failed: %s %s %s", error.status, error, error.headers)  # !CL105
            return False
        else:
            return True
    log.error("gave up on call %s", call_id)  # !CL102, CL103
    return False


def names(client: Client):
    try:
        return [u["name"] for u in client.users.all()]
    except CloudLinkError:  # !CL101
        return []
