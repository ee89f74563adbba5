# case: kind=server level=self-assessed
# expects: CL305
import httpx

SERVICE = "https://admin.api.mitel.io/2017-09-01/"


class Api:
    def __init__(self, token: str) -> None:
        self._http = httpx.Client(headers={"Authorization": f"Bearer {token}"})

    def _get(self, *path: object) -> dict:
        return self._http.get(SERVICE + "/".join(map(str, path))).json()  # !CL305

    def device(self, account_id: str, device_id: int) -> dict:
        return self._get("accounts", account_id, "devices", device_id)
