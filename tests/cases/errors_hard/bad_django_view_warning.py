# case: kind=server level=self-assessed
# expects: CL102
import logging

import requests
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.views import View

logger = logging.getLogger("cloudlink")


class UserView(View):
    def get(self, request, user_id):
        try:
            response = requests.get(
                f"https://admin.api.mitel.io/2017-09-01/users/{user_id}",
                headers={"Authorization": f"Bearer {settings.CLOUDLINK_TOKEN}"},
                timeout=settings.HTTP_TIMEOUT,
            )
            response.raise_for_status()
        except requests.exceptions.HTTPError as error:
            logger.warning(  # !CL102
                "CloudLink answered %s for user %s: %s (correlation %s)",
                error.response.status_code,
                user_id,
                error.response.text,
                error.response.headers.get("x-mitel-correlation-id", "-"),
            )
            return HttpResponse(status=502)
        except requests.exceptions.RequestException:
            logger.exception("CloudLink could not be reached")
            return HttpResponse(status=504)
        return JsonResponse(response.json())
