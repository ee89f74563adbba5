import httpx
from tenacity import RetryCallState
from tenacity.wait import wait_base


class wait_as_asked(wait_base):
    """What the server asks for, else a fixed number of seconds."""

    def __init__(self, fallback: float) -> None:
        self.fallback = fallback

    def __call__(self, retry_state: RetryCallState) -> float:
        error = retry_state.outcome.exception()
        if isinstance(error, httpx.HTTPStatusError):
            asked = error.response.headers.get("Retry-After", "")
            if asked.isdigit():
                return max(self.fallback, int(asked))
        return self.fallback
