import yaml
import httpx

def load(name="config.yaml"):
    return yaml.safe_load(open(name))

conf = load()
URLS = {s["name"]: s["url"] for s in conf["services"]}

def users(account):
    httpx.get(URLS["admin"] + f"/accounts/{account}/users")  # !CL305

def all_of(path):
    for service in conf["services"]:
        httpx.delete(service["url"] + path)  # !CL305
