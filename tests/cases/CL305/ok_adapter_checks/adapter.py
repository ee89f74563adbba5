import requests
from requests.adapters import HTTPAdapter


class StrictAdapter(HTTPAdapter):
    """Lets no failing answer through."""

    def send(self, request, *args, **kwargs):
        response = super().send(request, *args, **kwargs)
        response.raise_for_status()
        return response


def strict_session(token: str) -> requests.Session:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"
    session.mount("https://", StrictAdapter())
    return session
