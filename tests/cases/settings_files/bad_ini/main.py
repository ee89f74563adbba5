import configparser, os, logging
import requests
CFG = configparser.ConfigParser()
CFG.read(os.path.join(os.path.dirname(__file__), "app.ini"))
log = logging.getLogger(__name__)

def hang(call_id, tok):
    requests.delete("https://" + CFG.get("cl", "host") + "/2017-09-01/calls/" + call_id, headers={"Authorization": tok})  # !CL305

def host():
    return CFG["cl"]["host"]

def get(call_id, tok):
    try:
        r = requests.get(f"https://{host()}/x/{call_id}")
        r.raise_for_status()
    except requests.RequestException:  # !CL101
        return None
    return r.json()
