# case: kind=server level=self-assessed
# expects:
from http import HTTPStatus

import httpx

DIRECTOR = "https://director.{region}.api.mitel.io/2017-09-01"


class LookupFailed(RuntimeError):
    pass


class Contacts:
    def __init__(self, token: str, region: str = "eu") -> None:
        self._base = DIRECTOR.format(region=region)
        self._http = httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=8)

    def find(self, account_id: str, contact_id: str) -> dict | None:
        resp = self._http.get(f"{self._base}/accounts/{account_id}/contacts/{contact_id}")
        match resp.status_code:
            case HTTPStatus.OK:
                return resp.json()
            case HTTPStatus.NOT_FOUND:
                return None
            case other:
                raise LookupFailed(f"contact {contact_id}: {other} {resp.text}")
