# case: kind=server
# expects: CL101
import logging, requests
log = logging.getLogger(__name__)
class ApiError(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code} {response.text} {response.headers}")
    @classmethod
    def of(cls, response):
        if response.status_code == 404:
            return NotFound(response)
        if response.status_code in (403, 404):
            return Denied(response)
        return cls(response)
class NotFound(ApiError): pass
class Denied(ApiError): pass
def get(path):
    r = requests.get("https://admin.us.api.mitel.io" + path)
    if r.status_code >= 300:
        raise ApiError.of(r)
    return r.json()
def user(i):
    try:
        return get(f"/users/{i}")
    except NotFound:
        return None
    except Denied:  # !CL101
        return None
    except ApiError as exc:
        log.error("user %s: %s", i, exc)
        return None
