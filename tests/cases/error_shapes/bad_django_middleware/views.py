import httpx
from django.http import JsonResponse

client = httpx.Client(base_url="https://admin.api.mitel.io/2017-09-01")


def groups(request, account_id):
    reply = client.get(f"/accounts/{account_id}/groups", headers={"Authorization": request.META["HTTP_TOKEN"]})
    reply.raise_for_status()
    return JsonResponse(reply.json())
