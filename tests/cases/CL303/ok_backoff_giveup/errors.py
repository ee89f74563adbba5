import requests


def fatal(exc: requests.RequestException) -> bool:
    """No second try but for transport errors and for the server's own timeouts."""
    return isinstance(exc, requests.HTTPError) and exc.response.status_code not in (408, 504, 598, 599)
