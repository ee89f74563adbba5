import requests
from django.conf import settings


def list_users(account_id):
    reply = requests.get(
        f"{settings.CLOUDLINK_ADMIN_URL}/accounts/{account_id}/users",
        headers={"Authorization": f"Bearer {settings.CLOUDLINK_TOKEN}"},
        timeout=10,
    )
    reply.raise_for_status()
    return reply.json()["_embedded"]["items"]
