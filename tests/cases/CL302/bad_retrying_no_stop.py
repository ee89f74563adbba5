# case: kind=server level=self-assessed
# expects: CL302
import requests
from retrying import Retrying


def _unreachable(error: Exception) -> bool:
    return isinstance(error, requests.ConnectionError)


# retrying has no bound of its own
patient = Retrying(retry_on_exception=_unreachable, wait_random_min=2000, wait_random_max=6000)  # !CL302


def _read(url: str, headers: dict[str, str]) -> dict:
    resp = requests.get(url, headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()


def presentity(user_id: str, headers: dict[str, str]) -> dict:
    return patient.call(_read, f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}", headers)
