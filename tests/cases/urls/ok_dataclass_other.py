# case: kind=server level=self-assessed
# expects:
from dataclasses import dataclass, field

import requests


@dataclass
class Lamps:
    token: str
    base: str = "https://lamps.example.com/v1"
    session: requests.Session = field(default_factory=requests.Session)

    def set(self, number: int, colour: str) -> None:
        self.session.put(f"{self.base}/lamps/{number}", json={"colour": colour}, timeout=10)


def away(token: str, number: int) -> None:
    Lamps(token).set(number, "red")
