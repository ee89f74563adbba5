from dataclasses import asdict, dataclass


@dataclass
class TokenBody:
    client_id: str

    def json(self) -> dict:
        return asdict(self)


@dataclass
class PasswordBody(TokenBody):
    username: str
    password: str
    account_id: str
    grant_type: str = "password"


@dataclass
class CodeBody(TokenBody):
    code: str
    grant_type: str = "authorization_code"
