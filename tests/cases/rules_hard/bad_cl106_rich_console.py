# case: kind=unknown level=self-assessed
# expects: CL106
import httpx
from rich.console import Console

console = Console(stderr=True)


def show(account_id):
    try:
        reply = httpx.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}")
        reply.raise_for_status()
    except httpx.HTTPError:
        console.print_exception()  # !CL106
        return
    console.print(reply.json())
