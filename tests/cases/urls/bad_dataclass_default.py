# case: kind=server level=self-assessed
# expects: CL305
from dataclasses import dataclass, field

import requests


@dataclass
class Presence:
    token: str
    base: str = "https://presence.api.mitel.io/2017-09-01"
    session: requests.Session = field(default_factory=requests.Session)

    def set(self, principal_id: str, state: str) -> None:
        self.session.put(  # !CL305
            self.base + "/presentities/" + principal_id,
            json={"state": state},
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=10,
        )


def away(token: str, principal_id: str) -> None:
    Presence(token).set(principal_id, "Away")
