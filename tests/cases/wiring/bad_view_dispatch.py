# case: kind=server level=self-assessed
# expects: CL102
import logging

import requests
from django.http import HttpResponse, JsonResponse
from django.views import View

log = logging.getLogger(__name__)


class CloudLinkError(Exception):
    def __init__(self, reply):
        super().__init__(f"{reply.status_code} {reply.text}")


class UserView(View):
    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except CloudLinkError as error:
            log.error("user: %s", error)  # !CL102
            return HttpResponse(status=502)

    def get(self, request, ident):
        reply = requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{ident}", timeout=5)
        if not reply.ok:
            raise CloudLinkError(reply)
        return JsonResponse(reply.json())
