# case: kind=server
# expects: CL305
import requests
def endpoint(service, *path):
    host = f"{service}.us.api.mitel.io"
    return "/".join((f"https://{host}", "2017-09-01") + path)
requests.get(endpoint("admin", "users"))  # !CL305
