# case: kind=server level=self-assessed
# expects:
from http import HTTPStatus

import requests

DONE = {HTTPStatus.OK, HTTPStatus.ACCEPTED, HTTPStatus.NO_CONTENT}


class Refused(Exception):
    pass


def verify(response: requests.Response, *allowed: int) -> requests.Response:
    if response.status_code not in (allowed or DONE):
        raise Refused(f"{response.url}: {response.status_code} {response.reason}")
    return response


def move(session: requests.Session, user_id: str, site_id: str) -> None:
    url = f"https://admin.us.api.mitel.io/2017-09-01/users/{user_id}"
    verify(session.patch(url, json={"siteId": site_id}, timeout=10))
