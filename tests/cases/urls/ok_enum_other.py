# case: kind=server level=self-assessed
# expects:
from enum import Enum

import httpx


class Service(str, Enum):
    TICKETS = "https://tickets.example.com/v2"
    WIKI = "https://wiki.example.com/rest"


def read(service: Service, path: str) -> dict:
    return httpx.get(service.value + path).json()


def ticket(number: int) -> dict:
    return read(Service.TICKETS, f"/tickets/{number}")
