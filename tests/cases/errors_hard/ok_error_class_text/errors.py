class CloudLinkError(Exception):
    """An answer that is an error."""

    def __init__(self, response):
        self.status = response.status_code
        self.correlation_id = response.headers.get("x-mitel-correlation-id")
        self.request_id = response.headers.get("x-amzn-requestid")
        try:
            self.detail = response.json()["message"]
        except ValueError:
            self.detail = response.text
        super().__init__(f"{self.status}: {self.detail}")

    def __str__(self):
        return f"{self.args[0]} [{self.correlation_id}/{self.request_id}]"
