"""The pages: sign-in, staying signed in, and leaving the desk."""
import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_POST

from . import oauth, tasks


def login(request: HttpRequest) -> HttpResponse:
    request.session["state"] = secrets.token_urlsafe()
    return HttpResponseRedirect(oauth.sign_in_address(request.session["state"]))


def signed_in(request: HttpRequest) -> HttpResponse:
    if request.GET.get("state") != request.session.pop("state", None):
        return HttpResponse(status=400)
    grant = oauth.exchange(request.GET["code"])
    request.session["user"] = oauth.user_of(grant)
    request.session["refresh"] = grant["refresh_token"]
    tasks.subscribe.delay(request.session["user"])
    return HttpResponseRedirect("/")


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    grant = oauth.refresh(request.session["refresh"])
    request.session["refresh"] = grant["refresh_token"]
    return HttpResponse(status=204)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    tasks.away.delay(request.session["user"])
    tasks.tell.delay(request.POST["conversation"], "Back soon.")
    return HttpResponse(status=204)


urlpatterns = [path("login", login), path("in", signed_in), path("stay", stay), path("leave", leave)]
