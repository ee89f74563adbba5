# case: kind=server
import requests, tomllib, time, json
with open("app.toml", "rb") as f:
    cfg = tomllib.load(f)
HOST = cfg.get("host", "other.example.com")
limit = cfg["retry"].get("times", 3)
requests.get(f"https://{HOST}/users")
def read():
    for n in range(limit + 1):
        r = requests.get("https://admin.us.api.mitel.io/users")
        if r.ok:
            return json.loads(r.text).get("items", [])
        if r.status_code not in (503, 429):
            r.raise_for_status()
        time.sleep(max(int(r.headers.get("Retry-After", 5)), 3))
    raise RuntimeError(r.text, r.status_code)
