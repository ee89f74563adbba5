# case: kind=server
# expects: CL305
import requests, json
from pathlib import Path
def _read():
    p = Path("x")
    if not p.exists():
        return {}
    return json.loads(p.read_text())
class Conf:
    def __init__(self):
        raw = _read().get("cloudlink", {})
        self.region = raw.get("region", "us")
        self.host = raw.get("host", "api.mitel.io")
c = Conf()
requests.get(f"https://admin.{c.region}.{c.host}/2017-09-01/users")  # !CL305
