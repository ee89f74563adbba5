# case: kind=server level=self-assessed
# expects: CL404
import os

from django.http import HttpRequest, HttpResponseRedirect
from requests_oauthlib import OAuth2Session

TOKEN = "https://authentication.api.mitel.io/2017-09-01/token"


def oauth(**more) -> OAuth2Session:
    return OAuth2Session(os.environ["CLIENT_ID"], redirect_uri="https://desk.example.com/in", **more)


def login(request: HttpRequest) -> HttpResponseRedirect:
    url, state = oauth().authorization_url("https://auth.mitel.io/authorize")  # !CL404
    request.session["state"] = state
    return HttpResponseRedirect(url)


def signed_in(request: HttpRequest) -> HttpResponseRedirect:
    session = oauth(state=request.session.pop("state"))
    session.fetch_token(TOKEN, authorization_response=request.build_absolute_uri(), client_secret="")
    return HttpResponseRedirect("/")
