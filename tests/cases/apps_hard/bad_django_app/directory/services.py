import logging

import requests
from django.conf import settings

logger = logging.getLogger(__name__)


class CloudLinkError(Exception):
    def __init__(self, message, response=None):
        super().__init__(message)
        self.response = response


def sign_in(username, password, account_id):
    reply = requests.post(
        settings.CLOUDLINK["auth"] + "/token",
        json={
            "grant_type": "password",  # !CL402
            "username": username,
            "password": password,
            "account_id": account_id,
            "client_id": settings.CLOUDLINK["client_id"],
        },
        timeout=10,
    )
    _check(reply)
    return reply.json()["access_token"]


def contacts(token, account_id):
    reply = requests.get(
        f"{settings.CLOUDLINK['admin']}/accounts/{account_id}/contacts",
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    _check(reply)
    return reply.json()["_embedded"]["items"]


def _check(reply):
    if reply.status_code < 400:
        return
    logger.error(
        "CloudLink %s %s: %s %s (correlation %s, request %s)",
        reply.request.method,
        reply.url,
        reply.status_code,
        reply.text,
        reply.headers.get("x-mitel-correlation-id"),
        reply.headers.get("x-amzn-requestid"),
    )
    raise CloudLinkError(f"HTTP {reply.status_code}", reply)
