# case: kind=server level=self-assessed
# expects: CL101
import requests
from asgiref.sync import sync_to_async
from django.http import JsonResponse


def read_account(account_id, token):
    reply = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}",
        headers={"Authorization": f"Bearer {token}"},
        timeout=5,
    )
    reply.raise_for_status()
    return reply.json()


async def account(request, account_id):
    try:
        data = await sync_to_async(read_account, thread_sensitive=False)(account_id, request.session["token"])
    except requests.RequestException:  # !CL101
        return JsonResponse({"detail": "unavailable"}, status=502)
    return JsonResponse(data)
