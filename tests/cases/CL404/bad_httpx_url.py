# case: kind=server level=self-assessed
# expects: CL404
import os

import httpx
from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import Route


async def login(request) -> RedirectResponse:
    target = httpx.URL(
        "https://auth.mitel.io/authorize", params={"client_id": os.environ["CLIENT_ID"], "state": "x"}  # !CL404
    )
    return RedirectResponse(str(target))


app = Starlette(routes=[Route("/login", login)])
