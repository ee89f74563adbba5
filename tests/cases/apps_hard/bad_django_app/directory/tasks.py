from datetime import datetime

import requests
from celery import shared_task

from . import services
from .models import Contact


@shared_task
def sync_contacts(username, password, account_id):
    try:
        token = services.sign_in(username, password, account_id)
        items = services.contacts(token, account_id)
    except services.CloudLinkError:
        return 0
    except requests.RequestException:  # !CL101
        return 0
    for item in items:
        Contact.objects.update_or_create(
            cloud_id=item["contactId"],
            defaults={"name": item["name"], "synced": datetime.now().isoformat()},  # !CL201
        )
    return len(items)
