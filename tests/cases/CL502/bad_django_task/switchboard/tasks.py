from celery import shared_task
from django.conf import settings
from django.urls import reverse

from .client import CloudLink


@shared_task
def subscribe(user_id: str) -> str:
    wish = {"topic": "platform-api-conversations", "subjectFilter": user_id}
    wish |= {
        "applicationId": settings.APPLICATION_ID,
        "transport": "webhook",
        "deviceId": settings.PUBLIC_URL + reverse("hook"),
    }
    return CloudLink("notifications").create("/subscriptions", wish)["subscriptionId"]  # !CL502
