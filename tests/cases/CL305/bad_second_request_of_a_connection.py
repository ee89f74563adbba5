# case: kind=server level=self-assessed
# expects: CL305
import http.client, json
conn = http.client.HTTPSConnection("media.api.mitel.io", timeout=20)
def get(path):
    conn.request("GET", "/x" + path)
    r = conn.getresponse()
    if r.status != 200:
        raise RuntimeError(r.read())
    return json.loads(r.read())
def drop(path):
    conn.request("DELETE", "/x" + path)  # !CL305
    conn.getresponse().read()
