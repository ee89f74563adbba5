from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from .cloudlink import Admin, CloudLinkException
from .models import Booking


@require_POST
def book(request, room):
    admin = Admin(request.session["cloudlink_access_token"])
    try:
        user = admin.user(request.POST["user"])
    except CloudLinkException as exc:
        return JsonResponse({"error": str(exc)}, status=502)
    booking = Booking.objects.create(room=room, user=user["userId"])
    return JsonResponse({"ok": True, "at": booking.made_at.isoformat()})


def today(request):
    now = timezone.localtime()
    return render(request, "today.html", {"now": now.strftime("%A %d %B, %H:%M")})
