import time
import requests
from conf import Config
CONFIG = Config()

def fetch(path):
    for n in range(CONFIG.retry.attempts):  # !CL302
        r = requests.get(CONFIG.service.base + path)
        if r.status_code == 503:  # !CL304
            time.sleep(CONFIG.retry.pause)  # !CL301
            continue
        r.raise_for_status()
        return r.json()
    raise RuntimeError("no")

def drop(path):
    requests.delete(CONFIG.service.base + path)  # !CL305
