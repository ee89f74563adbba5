from dataclasses import dataclass


@dataclass(frozen=True)
class Addresses:
    sign_in: str = "https://auth.mitel.io"
    tokens: str = "https://authentication.api.mitel.io/2017-09-01/token"


PRODUCTION = Addresses()
