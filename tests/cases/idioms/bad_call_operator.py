# case: kind=server level=self-assessed
# expects: CL305
import requests


class Api:
    host = "admin.api.mitel.io"

    def __init__(self, version="2017-09-01"):
        self.version = version
        self.session = requests.Session()

    def __call__(self, method, path, **options):
        return self.session.request(method, f"https://{self.host}/{self.version}{path}", **options)  # !CL305


def rename(api: Api, user: str, name: str) -> None:
    api("PUT", f"/users/{user}", json={"name": name})


def main() -> None:
    rename(Api(), "17", "Ann")
