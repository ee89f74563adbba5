# case: kind=server level=certified
# expects: CL405
import secrets
from urllib.parse import urlencode

from django.http import HttpResponseRedirect

PORTAL = "https://auth.mitel.io"


def login(request):
    state = request.session["state"] = secrets.token_hex(8)
    pairs = [
        ("response_type", "code"),
        ("redirect_uri", request.build_absolute_uri("/in")),
        ("state", state),
    ]
    return HttpResponseRedirect(PORTAL + "/authorize?" + urlencode(pairs))  # !CL405
