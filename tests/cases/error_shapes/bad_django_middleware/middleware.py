import logging

import httpx
from django.http import JsonResponse

logger = logging.getLogger(__name__)


class CloudLinkErrors:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, httpx.HTTPStatusError):
            logger.error("CloudLink: %s %s", exception, exception.response.text)  # !CL102
            return JsonResponse({"detail": "bad gateway"}, status=502)
        return None
