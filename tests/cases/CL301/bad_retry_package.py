# case: kind=server level=self-assessed
# expects: CL301
import requests
from retry.api import retry_call


def _whoami(headers: dict[str, str]) -> dict:
    resp = requests.get("https://authentication.api.mitel.io/2017-09-01/token", headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()


def whoami(headers: dict[str, str]) -> dict:
    return retry_call(
        _whoami,
        fargs=[headers],
        exceptions=(requests.ConnectionError, requests.Timeout),
        tries=4,
        delay=0.5,  # !CL301
        backoff=4,
    )
