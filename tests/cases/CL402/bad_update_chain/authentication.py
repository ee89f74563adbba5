from base import Service


class Authentication(Service):
    host = "authentication.eu.api.mitel.io"

    def login(self, account: str, user: str, secret: str) -> dict:
        body = dict(account_id=account)
        body.update({"username": user, "password": secret})
        body.update(grant_type="password")
        return self.post("token", body)  # !CL402
