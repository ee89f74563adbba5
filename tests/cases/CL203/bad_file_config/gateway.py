import logging.config

import requests

logging.config.fileConfig("logging.ini", disable_existing_loggers=False)  # !CL203
log = logging.getLogger("gateway")


def ring(endpoint_id: str, number: str, headers: dict[str, str]) -> str:
    resp = requests.post(
        f"https://media.api.mitel.io/2017-09-01/endpoints/{endpoint_id}/calls",
        json={"to": number},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    log.info("endpoint %s rings %s", endpoint_id, number)
    return resp.json()["callId"]
