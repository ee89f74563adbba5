# case: kind=server
# expects: CL305
import requests, yaml
def _read():
    with open("x.yaml", encoding="utf-8") as f:
        return yaml.safe_load(f)
_raw = _read()
HOST = _raw.get("host", "admin.us.api.mitel.io")
requests.get("https://" + HOST)  # !CL305
