# case: kind=server level=self-assessed
# expects: CL305
import aiohttp
from yarl import URL

HOST = "chat.api.mitel.io"


async def conversation(http: aiohttp.ClientSession, conversation_id: str) -> dict:
    url = URL.build(scheme="https", host=HOST, path=f"/2017-09-01/conversations/{conversation_id}")
    answer = await http.get(url)  # !CL305
    return await answer.json()
