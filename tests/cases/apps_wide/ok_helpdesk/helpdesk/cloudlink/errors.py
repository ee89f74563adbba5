class CloudLinkError(Exception):
    def __init__(self, response):
        self.status = response.status_code
        self.body = response.text[:2000]
        self.path = response.request.url
        self.correlation_id = response.headers.get("x-mitel-correlation-id")
        self.request_id = response.headers.get("x-amzn-requestId")
        super().__init__(f"{self.path}: HTTP {self.status}: {self.body}")

    def fields(self):
        return {"correlation_id": self.correlation_id, "amzn_request_id": self.request_id}


class NotFound(CloudLinkError):
    pass


def error_for(response):
    cls = {404: NotFound}.get(response.status_code, CloudLinkError)
    return cls(response)
