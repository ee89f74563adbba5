# case: kind=server
# expects: CL101
import logging, requests
log = logging.getLogger(__name__)
class ApiError(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code} {response.text} {response.headers}")
class NotFound(ApiError): pass
def get(path):
    r = requests.get("https://admin.us.api.mitel.io" + path)
    if r.status_code >= 300:
        kind = ApiError
        if r.status_code == 404 or r.status_code >= 500:
            kind = NotFound
        raise kind(r)
    return r.json()
def user(i):
    try:
        return get(f"/users/{i}")
    except NotFound:  # !CL101
        return None
    except ApiError as exc:
        log.error("user %s: %s", i, exc)
        return None
