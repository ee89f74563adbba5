# case: kind=server level=self-assessed
# expects: CL302
import logging
import threading

import requests

log = logging.getLogger(__name__)


class Heartbeat(threading.Thread):
    def __init__(self, endpoint_id: str, session: requests.Session) -> None:
        super().__init__()
        self.endpoint_id = endpoint_id
        self.session = session
        self.stopped = threading.Event()

    def register(self) -> None:
        url = f"https://media.api.mitel.io/2017-09-01/endpoints/{self.endpoint_id}"
        while not self.stopped.is_set():  # a flag is no bound  # !CL302
            try:
                resp = self.session.put(url, json={"registered": True}, timeout=10)
            except requests.ConnectionError as exc:
                log.error("endpoint %s not registered: %s", self.endpoint_id, exc)
                self.stopped.wait(5)
                continue
            resp.raise_for_status()
            return

    run = register
