# case: kind=server level=self-assessed
# expects: CL305
import requests

BASE = "https://admin.api.mitel.io"
OTHER = "https://api.example.org"


def drop(path):
    requests.delete(BASE + path)  # !CL305


def get(path):
    return requests.get(f"{BASE}{path}").json()  # !CL305


def other(path):
    return requests.get(OTHER + path).json()


def zone(suffix):
    return requests.get("https://mitel.io.example.org" + suffix).json()
