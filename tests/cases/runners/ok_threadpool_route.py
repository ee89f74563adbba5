# case: kind=server level=self-assessed
# expects:
import requests
from fastapi import FastAPI, HTTPException
from fastapi.concurrency import run_in_threadpool

app = FastAPI()


@app.get("/accounts/{account_id}")
async def account(account_id: str):
    reply = await run_in_threadpool(
        requests.get, f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=5
    )
    if not reply.ok:
        raise HTTPException(reply.status_code, reply.text)
    return reply.json()
