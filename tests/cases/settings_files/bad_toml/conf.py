from dataclasses import dataclass
from pathlib import Path
import tomllib

@dataclass
class Service:
    base: str

@dataclass
class Retry:
    attempts: int
    pause: float

class Config:
    def __init__(self, path="settings.toml"):
        with open(Path(__file__).parent / path, "rb") as f:
            data = tomllib.load(f)
        self.service = Service(**data["service"])
        self.retry = Retry(**data["retry"])
