# case: kind=server level=self-assessed
# expects: CL101
import httpx
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()
admin = httpx.AsyncClient(base_url="https://admin.api.mitel.io/2017-09-01", headers={"x-mitel-app": "f"})


@app.delete("/users/{ident}", status_code=202)
async def remove(ident: str, tasks: BackgroundTasks):
    tasks.add_task(do_remove, admin, ident)


async def do_remove(client, ident):
    reply = await client.delete(f"/users/{ident}")
    if reply.status_code == 404:
        return
    if reply.is_error:  # !CL101
        return
