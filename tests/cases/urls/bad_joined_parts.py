# case: kind=server level=self-assessed
# expects: CL305
import requests

PARTS = ["admin", "dev", "api", "mitel", "io"]


class Admin:
    version = "2017-09-01"

    def url(self, *path: str) -> str:
        return "https://" + "/".join([".".join(PARTS), self.version, *path])

    def delete_user(self, session: requests.Session, user_id: str) -> None:
        session.delete(self.url("users", user_id), timeout=10)  # !CL305
