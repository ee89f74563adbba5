class ApiError(Exception):
    template = "CloudLink answered {status}: {body}"

    def __init__(self, status, body, headers):
        super().__init__(self.template.format(status=status, body=body))
        self.status = status
        self._headers = headers

    @property
    def support_reference(self):
        ids = (self._headers.get("x-mitel-correlation-id"), self._headers.get("x-amzn-requestId"))
        return "correlation id {}, request id {}".format(*ids)


class NotFound(ApiError):
    template = "not found ({status}): {body}"


class Conflict(ApiError):
    template = "already there ({status}): {body}"


BY_STATUS = {404: NotFound, 409: Conflict}


def from_response(response):
    kind = BY_STATUS.get(response.status_code, ApiError)
    return kind(response.status_code, response.text, response.headers)
