# case: kind=server level=self-assessed
# expects:
import requests
import tenacity

CALM = tenacity.wait_exponential(multiplier=2, min=2, max=30)


def busy(reply):
    return reply.status_code in {429, 503}


def polite(state):
    reply = state.outcome.result()
    told = reply.headers.get("Retry-After")
    if told and told.isdigit():
        return max(2, int(told))
    return CALM(state)


@tenacity.retry(
    retry=tenacity.retry_if_result(busy),
    stop=tenacity.stop_after_attempt(5),
    wait=polite,
    retry_error_callback=lambda state: state.outcome.result(),
)
def ask(path):
    return requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=5)


def users():
    reply = ask("/users")
    reply.raise_for_status()
    return reply.json()
