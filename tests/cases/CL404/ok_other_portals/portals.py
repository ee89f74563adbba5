from dataclasses import dataclass


@dataclass(frozen=True)
class Portals:
    company: str = "https://auth.acme.example"
    partner: str = "https://auth.mitel.io.partner.example"
    help: str = "https://developer.mitel.io/authorize"


PORTALS = Portals()
