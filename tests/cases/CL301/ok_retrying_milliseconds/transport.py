import requests


def unreachable(error: Exception) -> bool:
    return isinstance(error, (requests.ConnectionError, requests.Timeout))
