# case: kind=server
# expects: CL305 CL302
import requests, tomllib, time
with open("app.toml", "rb") as f:
    cfg = tomllib.load(f)
section = cfg["cloudlink"]
HOST = section.get("host", "admin.us.api.mitel.io")
retry = cfg.get("retry", {})
def read():
    for n in range(retry.get("times", 9) + 1):  # !CL302
        r = requests.get(f"https://{HOST}/users")
        if r.ok:
            return r.json()
        if r.status_code not in (503, 429):
            r.raise_for_status()
        time.sleep(max(int(r.headers.get("Retry-After", 5)), 3))
    raise RuntimeError(r.text, r.status_code)
requests.get("https://" + HOST)  # !CL305
