from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import redirect
from django.urls import path


def login(request):
    query = urlencode({"client_id": settings.CLOUDLINK_CLIENT_ID, "state": request.session.session_key})
    return redirect(f"{settings.CLOUDLINK_PORTAL}?{query}")


urlpatterns = [path("login", login)]
