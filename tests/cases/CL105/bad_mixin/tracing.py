class TraceMixin:
    """For errors that stem from a response: what the log needs of it."""

    def __init__(self, response):
        self.fields = {
            "status": response.status_code,
            "reason": response.reason,
            "correlation_id": response.headers.get("x-mitel-correlation-id"),
            "request_id": response.headers.get("x-amzn-requestId"),
        }
        super().__init__("{status} {reason}".format(**self.fields))
