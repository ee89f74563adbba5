"""Turns errors into what Mitel's support wants to know."""


def explain(error):
    response = error.response
    if response is None:
        return str(error)
    return "%s [%s] correlation=%s request=%s" % (
        error,
        response.text,
        response.headers.get("x-mitel-correlation-id"),
        response.headers.get("x-amzn-requestId"),
    )
