# case: kind=server
# expects: CL305
import requests
def endpoint(service, *path):
    parts = [f"https://{service}.us.api.mitel.io", "2017-09-01"] + list(path)
    return "/".join(parts)
requests.get(endpoint("admin", "users"))  # !CL305
