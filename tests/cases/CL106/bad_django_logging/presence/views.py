import logging

import requests
from django.conf import settings
from django.http import JsonResponse

log = logging.getLogger("presence")


def state(request, user_id):
    answer = requests.get(
        f"{settings.CLOUDLINK['PRESENCE']}/presentities/{user_id}",
        headers={"Authorization": f"Bearer {request.session['token']}"},
        timeout=10,
    )
    if answer.status_code >= 400:
        log.error("presence of %s: %s %s %s", user_id, answer.status_code, answer.text, dict(answer.headers))
        return JsonResponse({"state": "unknown"})
    return JsonResponse({"state": answer.json()["state"]})
