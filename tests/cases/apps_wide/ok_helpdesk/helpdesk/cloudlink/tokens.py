import threading
from datetime import datetime, timedelta, timezone

import requests

from ..settings import settings
from .errors import error_for


class TokenSource:
    def __init__(self):
        self._lock = threading.Lock()
        self._token = ""
        self._expires = datetime.min.replace(tzinfo=timezone.utc)

    def current(self) -> str:
        with self._lock:
            if datetime.now(timezone.utc) >= self._expires:
                self._renew()
            return self._token

    def _renew(self) -> None:
        config = settings()
        response = requests.post(
            config.service("authentication") + "/token",
            json={
                "grant_type": "client_credentials",
                "client_id": config.client_id,
                "client_secret": config.client_secret.get_secret_value(),
            },
            timeout=config.timeout,
        )
        if response.status_code != 200:
            raise error_for(response)
        answer = response.json()
        self._token = answer["access_token"]
        self._expires = datetime.now(timezone.utc) + timedelta(seconds=answer["expires_in"] - 60)
