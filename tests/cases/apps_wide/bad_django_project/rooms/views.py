from datetime import datetime

from django.http import JsonResponse
from django.views.decorators.http import require_POST

from .cloudlink import Admin, CloudLinkException, Notifications
from .models import Booking


@require_POST
def book(request, room):
    admin = Admin(request.session["cloudlink_access_token"])
    try:
        user = admin.user(request.POST["user"])
    except CloudLinkException as exc:
        return JsonResponse({"error": str(exc)}, status=502)
    Booking.objects.create(room=room, user=user["userId"], made_at=datetime.now().isoformat())  # !CL201
    return JsonResponse({"ok": True})


@require_POST
def watch(request):
    api = Notifications(request.session["cloudlink_access_token"])
    return JsonResponse(api.subscribe("users", request.build_absolute_uri("/hook")))
