from dataclasses import dataclass


@dataclass
class Settings:
    media: str = "https://media.api.mitel.io/2017-09-01"
    tries: int = 6
    pause: float = 3.0
