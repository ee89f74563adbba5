class ApiError(Exception):
    def __init__(self, reply):
        super().__init__(f"{reply.status_code} {reply.reason_phrase}")
        self.status = reply.status_code
        self.text = reply.text
        self.correlation = reply.headers.get("x-mitel-correlation-id")
        self.request_id = reply.headers.get("x-amzn-requestId")


class NotFound(ApiError):
    pass


KINDS = {404: NotFound}


def error_for(reply):
    return KINDS.get(reply.status_code, ApiError)(reply)
