"""What the workers do: subscriptions, presence and messages."""
from __future__ import annotations

import logging
import os

import httpx
from celery import shared_task
from django.conf import settings

from . import oauth
from .cloudlink import APP, CloudLinkError, call, root

log = logging.getLogger(__name__)


def _own_token() -> str:
    return oauth.nightly(os.environ["NIGHTLY_USER"], os.environ["NIGHTLY_PASSWORD"])


@shared_task
def subscribe(user_id: str) -> str:
    wish = {
        "applicationId": os.environ["APPLICATION_ID"],
        "topic": "platform-api-conversations",
        "subjectFilter": user_id,
    }
    wish["transport"] = "webhook"  # !CL502
    wish["deviceId"] = settings.PUBLIC_URL + "/hook"
    return call("notifications", "POST", "/subscriptions", _own_token(), wish)["subscriptionId"]


@shared_task
def away(user_id: str) -> None:
    try:
        call("presence", "PUT", f"/presentities/{user_id}", _own_token(), {"state": "Away"})
    except CloudLinkError as error:
        log.error("user %s not set to away: %s [%s]", user_id, error, error.correlation_id)  # !CL102


@shared_task
def tell(conversation_id: str, text: str) -> None:
    httpx.post(  # !CL305
        f"{root('chat')}/conversations/{conversation_id}/messages",
        json={"content": text},
        headers={"Authorization": f"Bearer {_own_token()}", "x-mitel-app": APP},
    )


@shared_task
def ticket(title: str) -> None:
    """The tracker answers nothing of interest."""
    httpx.post("https://tracker.example.com/api/tickets", json={"transport": "webhook", "title": title})
