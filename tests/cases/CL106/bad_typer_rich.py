# case: kind=server level=self-assessed
# expects: CL106
import aiohttp
import typer
from rich import print

app = typer.Typer()


async def fetch(user_id: str, token: str) -> dict | None:
    headers = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession("https://presence.us.api.mitel.io", headers=headers) as session:
        async with session.get(f"/2017-09-01/presentities/{user_id}") as answer:
            if answer.status >= 400:
                print(f"[bold red]{answer.status}[/] {await answer.text()}")  # !CL106
                return None
            return await answer.json()
