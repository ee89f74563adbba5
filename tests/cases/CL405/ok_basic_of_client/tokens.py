import httpx

import settings

_http = httpx.Client(
    base_url="https://authentication.us.api.mitel.io/2017-09-01",
    auth=httpx.BasicAuth(settings.CLIENT_ID, settings.CLIENT_SECRET),
)


def _token(**form: str) -> dict:
    answer = _http.post("/token", data=form)
    answer.raise_for_status()
    return answer.json()


def exchange(code: str) -> dict:
    return _token(grant_type="authorization_code", code=code)


def renew(refresh_token: str) -> dict:
    return _token(grant_type="refresh_token", refresh_token=refresh_token)
