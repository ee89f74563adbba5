# case: kind=server level=self-assessed
# expects: CL102
import requests
import sentry_sdk
from django.conf import settings
from django.http import HttpRequest, JsonResponse

BASE = getattr(settings, "CLOUDLINK_ADMIN_URL", "https://admin.api.mitel.io/2017-09-01")


def account(request: HttpRequest, account_id: str) -> JsonResponse:
    try:
        answer = requests.get(
            f"{BASE}/accounts/{account_id}",
            headers={"Authorization": f"Bearer {request.session['token']}"},
            timeout=10,
        )
        answer.raise_for_status()
    except requests.RequestException as exc:
        sentry_sdk.capture_exception(exc)  # !CL102
        return JsonResponse({"error": "not available"}, status=502)
    return JsonResponse(answer.json())
