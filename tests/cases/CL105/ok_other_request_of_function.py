# case: kind=server
import functools, logging, requests
log = logging.getLogger(__name__)
class Failure(Exception):
    def __init__(self, r):
        super().__init__(f"{r.status_code} {r.text} {r.headers}")
def endpoint(service, *path):
    return "/".join((f"https://{service}.us.api.mitel.io", "2017-09-01") + path)
def deco(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner
class Api:
    def go(self, verb, url, **kw):
        r = requests.request(verb, url, **kw)
        if r.status_code >= 400:
            raise Failure(r)
        return r.json()
    @deco
    def read(self, service, *path):
        return self.go("GET", endpoint(service, *path))
    @deco
    def write(self, service, *path, **body):
        return self.go("POST", endpoint(service, *path), json=body)
    def login(self, user):
        return self.go("POST", endpoint("authentication", "token"), json={"grant_type": "password", "username": user, "client_id": "x"})["access_token"]
def started(api: Api, event):
    call_id = event["callId"]
    try:
        return api.read("media", "calls", call_id)
    except Failure as failure:
        log.error("a started call %s was not read: %s", call_id, failure)
        return None
def main(user):
    api = Api()
    try:
        api.login(user)
    except Failure as f:
        log.error("no sign-in for %s: %s", user, f)
        return 1
    return started(api, {})
