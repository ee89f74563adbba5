import logging

from chat import post

log = logging.getLogger("alarm")


def alarm(conversation_id, text, token):
    message, error = post(conversation_id, text, token)
    if error is not None:
        headers = dict(error.response.headers) if error.response is not None else None
        log.error("conversation %s got no alarm: %s; headers %s", conversation_id, error, headers)
        return None
    return message["messageId"]
