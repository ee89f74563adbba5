import httpx
from fastapi import Depends, FastAPI

from config import Config, config

app = FastAPI()


@app.get("/accounts/{account_id}/users")
async def users(account_id: str) -> list[dict]:
    current = config()
    async with httpx.AsyncClient() as http:
        answer = await http.get(  # !CL305
            f"{current.admin_url}/accounts/{account_id}/users", params={"$top": current.page_size}
        )
    return answer.json()["_embedded"]["items"]


@app.get("/size")
def size(current: Config = Depends(config)) -> int:
    return current.page_size
