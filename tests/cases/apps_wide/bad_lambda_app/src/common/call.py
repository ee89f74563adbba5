import json
import logging
import os
import time
from urllib import error, request

log = logging.getLogger()
ROOT = f"https://admin.{os.getenv('DOMAIN', 'api.mitel.io')}/2017-09-01"


def get(path, token):
    req = request.Request(ROOT + path)
    req.add_header("Authorization", f"Bearer {token}")
    tries = 0
    while tries <= 8:  # !CL302
        try:
            with request.urlopen(req, timeout=5) as answer:
                return json.load(answer)
        except error.HTTPError:
            raise
        except error.URLError:
            tries += 1
            time.sleep(0.1 * tries)  # !CL301
    raise TimeoutError(path)
