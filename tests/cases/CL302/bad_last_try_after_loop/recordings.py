import time

import httpx

from settings import Settings


class Recordings:
    def __init__(self, http: httpx.Client, settings: Settings | None = None) -> None:
        self.http = http
        self.settings = settings or Settings()

    def read(self, recording_id: str) -> bytes:
        url = f"{self.settings.media}/recordings/{recording_id}"
        for _ in range(self.settings.tries):  # !CL302
            try:
                resp = self.http.get(url)
            except httpx.TransportError:
                time.sleep(self.settings.pause)
            else:
                break
        else:
            # the seventh try is the sixth retry
            resp = self.http.get(url)
        resp.raise_for_status()
        return resp.content
