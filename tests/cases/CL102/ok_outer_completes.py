# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger("wiring")
MEDIA = "https://media.api.mitel.io/2017-09-01"


class Endpoint:
    def __init__(self, endpoint_id: str, session: requests.Session) -> None:
        self.endpoint_id = endpoint_id
        self.session = session

    def register(self, device_id: str) -> dict:
        try:
            answer = self.session.post(
                f"{MEDIA}/endpoints/{self.endpoint_id}/devices", json={"deviceId": device_id}, timeout=10
            )
            answer.raise_for_status()
        except requests.HTTPError as exc:
            log.error("device %s not registered: %s", device_id, exc)
            raise
        return answer.json()


def register_all(endpoints: list[Endpoint], device_id: str) -> int:
    done = 0
    for endpoint in endpoints:
        try:
            endpoint.register(device_id)
            done += 1
        except requests.HTTPError as exc:
            log.error("endpoint %s: response headers %s", endpoint.endpoint_id, exc.response.headers)
    return done
