import requests


def fatal(exc: requests.HTTPError) -> bool:
    """No second try where the request itself is wrong."""
    return 400 <= exc.response.status_code < 500  # !CL303
