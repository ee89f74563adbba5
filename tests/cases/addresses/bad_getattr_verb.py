# case: kind=server level=self-assessed
# expects: CL305
import requests

BASE = "https://admin.api.mitel.io/2017-09-01"


class Client:
    def __init__(self) -> None:
        self.session = requests.Session()

    def call(self, method: str, path: str, **options) -> dict:
        return getattr(self.session, method.lower())(BASE + path, timeout=10, **options).json()  # !CL305


def rename(client: Client, account_id: str, name: str) -> dict:
    return client.call("PUT", f"/accounts/{account_id}", json={"name": name})
