class Busy(Exception):
    """The service asks the application to slow down."""

    def __init__(self, url: str, status: int, retry_after: float) -> None:
        super().__init__(f"{url}: {status}")
        self.retry_after = retry_after
