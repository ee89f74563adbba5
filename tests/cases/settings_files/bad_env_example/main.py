import os
import aiohttp
from dotenv import load_dotenv
load_dotenv()
BASE = os.environ["API_BASE"]

async def users(account):
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{BASE}/accounts/{account}/users") as r:  # !CL305
            return await r.json()

async def more(account):
    async with aiohttp.ClientSession(os.getenv("API_BASE")) as session:
        async with session.get(f"/accounts/{account}/users") as r:  # !CL305
            return await r.json()
