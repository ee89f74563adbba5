from django.http import HttpResponse

from visitors.tasks import announce, busy


def arrive(request, conversation_id: str, host: str) -> HttpResponse:
    headers = {"Authorization": f"Bearer {request.session['token']}"}
    announce.delay(conversation_id, request.POST["visitor"], headers)
    busy.delay(host, headers)
    return HttpResponse(status=202)
