# case: kind=server
"""Hosts that only begin or end like the vendor's."""
import requests

HOST = "https://api.mitel.io.example.com"


def read(path):
    requests.get(HOST + path)


def write(suffix, body):
    requests.put(f"https://mitel{suffix}/users", json=body)
    requests.put("https://notmitel.io" + suffix, json=body)
