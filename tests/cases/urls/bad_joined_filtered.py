# case: kind=server
# expects: CL305
import requests
CLOUD = ""
def host(service, region):
    return ".".join(filter(None, [service, region, CLOUD, "api.mitel.io"]))
requests.get("https://" + host("admin", "us") + "/2017-09-01/users")  # !CL305
requests.get("https://" + ".".join(p for p in ("admin", CLOUD, "api.mitel.io") if p) + "/2017-09-01/users")  # !CL305
requests.get("https://" + ".".join(map(str, ("admin", CLOUD, "api.mitel.io"))) + "/2017-09-01/users")  # !CL305
