import json
import tomllib

import requests

with open("settings.toml", "rb") as file:
    CONFIG = tomllib.load(file)


def forecast(town):
    """Another host of the same file."""
    return requests.get(CONFIG["weather"]["base"] + "/" + town).json()


def users():
    for _ in range(CONFIG["weather"]["attempts"]):
        reply = requests.get(CONFIG["mitel"]["base"] + "/users", headers={"x-mitel-app": "a"})
        reply.raise_for_status()
        return reply.json()


def of_reply(text):
    return requests.get(json.loads(text)["base"]).json()
