# case: kind=server
# expects: CL305
import requests
def endpoint(service, *path, query=None):
    parts = [f"https://{service}.us.api.mitel.io"]
    parts.append("2017-09-01")
    parts.extend(path)
    return "/".join(parts)
def get(*p):
    requests.get(endpoint("admin", *p))  # !CL305
get("users")
