# case: kind=server level=self-assessed
# expects:
import requests


def prices() -> dict:
    return requests.get("https://api.notmitel.io/2017-09-01/prices", timeout=10).json()


def mirror(name: str) -> bytes:
    return requests.get(f"https://admin.api.mitel.io.example.com/{name}", timeout=10).content


def phones() -> dict:
    return requests.get("https://www.mitel.io-shop.example/phones", timeout=10).json()


def lamps(host: str = "lamps.mitel.iot.example") -> dict:
    return requests.get("https://" + host + "/lamps", timeout=10).json()
