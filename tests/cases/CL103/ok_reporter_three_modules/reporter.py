import logging

log = logging.getLogger("cloudlink")


def ids(response):
    return "correlation={0} request={1}".format(
        response.headers.get("x-mitel-correlation-id"), response.headers.get("x-amzn-requestId")
    )


def report(action, response, user_id=None):
    log.error("%s: HTTP %s for user %s, %s", action, response.status_code, user_id, ids(response))
    log.error("%s: answer %s", action, response.text)
