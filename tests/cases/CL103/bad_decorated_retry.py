# case: kind=server
# expects: CL103
import asyncio, functools, logging, requests, time
log = logging.getLogger(__name__)
class Failure(Exception):
    def __init__(self, r): 
        super().__init__(f"{r.text}"); self.status = r.status_code; self.headers=r.headers
        self.retry_after = float(r.headers.get("Retry-After", 0))
def patient(times=3, pause=2.0):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            for n in range(times):
                try:
                    return function(*args, **kwargs)
                except Failure as failure:
                    if failure.status not in {429, 503}:
                        raise
                    delay = failure.retry_after or pause
                    log.info("busy, again in %s s", delay)
                time.sleep(max(2, delay))
            return function(*args, **kwargs)
        return inner
    return wrap
@patient(times=4)
def read(path):
    r = requests.get("https://admin.us.api.mitel.io" + path)
    if r.status_code >= 400:
        raise Failure(r)
    return r.json()
def user(i):
    try:
        return read(f"/users/{i}")
    except Failure as f:
        log.error("user %s: %s %s", i, f.status, f.headers)  # !CL103
        return None
