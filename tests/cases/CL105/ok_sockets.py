# case: kind=server level=self-assessed
# expects:
import http.client
import json
import logging

log = logging.getLogger("paging")


def answer_call(call_id: str, device_id: str, token: str) -> int:
    connection = http.client.HTTPSConnection("media.eu.api.mitel.io", timeout=3)
    try:
        connection.request(
            "PUT",
            f"/2017-09-01/calls/{call_id}",
            body=json.dumps({"action": "answer"}),
            headers={"Authorization": f"Bearer {token}"},
        )
        response = connection.getresponse()
    except (ConnectionError, TimeoutError) as exc:
        log.error("device %s could not answer %s: %s", device_id, call_id, exc)
        return 0
    if response.status >= 400:
        raise RuntimeError(f"device {device_id}: {response.status} {response.read()!r}")
    return response.status
