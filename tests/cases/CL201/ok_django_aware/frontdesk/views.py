import requests
from django.conf import settings
from django.http import JsonResponse
from django.utils import timezone


def arrive(request, conversation_id):
    resp = requests.post(
        f"{settings.CLOUDLINK_CHAT}/conversations/{conversation_id}/messages",
        json={
            "content": f"{request.POST['visitor']} is here",
            "createdOn": timezone.now().isoformat(),
        },
        headers={"Authorization": f"Bearer {request.session['token']}"},
        timeout=10,
    )
    resp.raise_for_status()
    return JsonResponse(resp.json())
