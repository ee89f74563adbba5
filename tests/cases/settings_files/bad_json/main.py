import json, pathlib
import requests
HERE = pathlib.Path(__file__).resolve().parent

class Settings:
    def __init__(self):
        self.data = json.loads((HERE / "config.json").read_text())

    def __getattr__(self, name):
        return self.data[name]

    def url(self, key):
        return self.data.get("base", "") + self.data["paths"][key]

settings = Settings()

def me():
    return requests.get(settings.url("me")).json()  # !CL305

def you(name):
    s = requests.Session()
    return s.get(settings.base + "/presentities/" + name).json()  # !CL305
