# expects: CL203
import logging.config, yaml
logging.config.dictConfig(yaml.safe_load("""
version: 1
formatters:
  f: {format: '%(asctime)s %(message)s'}
handlers:
  h: {class: logging.StreamHandler, formatter: f}
root: {handlers: [h]}
"""))
import logging
import requests
log = logging.getLogger(__name__)
def users():
    r = requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=5)
    if not r.ok:
        log.error("users %s %s %s", r.status_code, r.text, r.headers)
        r.raise_for_status()
    return r.json()
